// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.microprofile;

import dev.hopline.tck.RuntimeContracts;
import dev.hopline.tck.TracingRuntime;

/** Our own contracts on the server of the leg. */
class ServerIT extends RuntimeContracts {
  @Override
  protected TracingRuntime runtime() {
    return new ServerRuntime();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.quarkus;

import dev.hopline.tck.RuntimeContracts;
import dev.hopline.tck.TracingRuntime;

class PackagedQuarkusIT extends RuntimeContracts {
  @Override
  protected TracingRuntime runtime() {
    return new PackagedQuarkusRuntime();
  }
}

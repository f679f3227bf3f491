// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.RuntimeContracts;
import dev.hopline.tck.TracingRuntime;

class HelidonTest extends RuntimeContracts {
  @Override
  protected TracingRuntime runtime() {
    return new HelidonRuntime();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.HostileContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QuarkusHostileTest extends HostileContract {
  QuarkusHostileTest() {
    super(new QuarkusRuntime());
  }
}

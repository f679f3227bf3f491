// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.ThreadContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QuarkusThreadTest extends ThreadContract {
  QuarkusThreadTest() {
    super(new QuarkusRuntime());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.IncomingContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QuarkusIncomingTest extends IncomingContract {
  QuarkusIncomingTest() {
    super(new QuarkusRuntime());
  }
}

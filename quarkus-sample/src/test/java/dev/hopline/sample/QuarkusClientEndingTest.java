// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.ClientEndingContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QuarkusClientEndingTest extends ClientEndingContract {
  QuarkusClientEndingTest() {
    super(new QuarkusRuntime());
  }
}

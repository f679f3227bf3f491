// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.LaterContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QuarkusLaterTest extends LaterContract {
  QuarkusLaterTest() {
    super(new QuarkusRuntime());
  }
}

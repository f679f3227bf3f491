// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.ServerContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QuarkusServerTest extends ServerContract {
  QuarkusServerTest() {
    super(new QuarkusRuntime());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.ClientContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QuarkusClientTest extends ClientContract {
  QuarkusClientTest() {
    super(new QuarkusRuntime());
  }
}

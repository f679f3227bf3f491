// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.RestClientContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QuarkusRestClientTest extends RestClientContract {
  QuarkusRestClientTest() {
    super(new QuarkusRuntime());
  }
}

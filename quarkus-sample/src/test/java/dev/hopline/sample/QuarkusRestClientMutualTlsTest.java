// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.RestClientMutualTlsContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QuarkusRestClientMutualTlsTest extends RestClientMutualTlsContract {
  QuarkusRestClientMutualTlsTest() {
    super(new QuarkusRuntime());
  }
}

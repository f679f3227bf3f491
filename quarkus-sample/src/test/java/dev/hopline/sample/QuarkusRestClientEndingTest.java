// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.RestClientEndingContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QuarkusRestClientEndingTest extends RestClientEndingContract {
  QuarkusRestClientEndingTest() {
    super(new QuarkusRuntime());
  }
}

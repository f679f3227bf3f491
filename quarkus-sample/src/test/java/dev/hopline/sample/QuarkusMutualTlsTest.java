// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.MutualTlsContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QuarkusMutualTlsTest extends MutualTlsContract {
  QuarkusMutualTlsTest() {
    super(new QuarkusRuntime());
  }
}

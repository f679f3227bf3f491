// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.MetricsContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QuarkusMetricsTest extends MetricsContract {
  QuarkusMetricsTest() {
    super(new QuarkusRuntime());
  }
}

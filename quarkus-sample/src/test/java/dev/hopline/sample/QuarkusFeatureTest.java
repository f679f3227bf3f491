// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.FeatureContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QuarkusFeatureTest extends FeatureContract {
  QuarkusFeatureTest() {
    super(new QuarkusRuntime());
  }
}

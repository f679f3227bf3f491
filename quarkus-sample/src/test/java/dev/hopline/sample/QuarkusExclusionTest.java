// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.ExclusionContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QuarkusExclusionTest extends ExclusionContract {
  QuarkusExclusionTest() {
    super(new QuarkusRuntime());
  }
}

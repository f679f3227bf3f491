// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.ParentContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QuarkusParentTest extends ParentContract {
  QuarkusParentTest() {
    super(new QuarkusRuntime());
  }
}

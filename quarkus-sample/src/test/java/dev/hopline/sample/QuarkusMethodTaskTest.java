// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.MethodTaskContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QuarkusMethodTaskTest extends MethodTaskContract {
  QuarkusMethodTaskTest() {
    super(new QuarkusMethodRuntime());
  }
}

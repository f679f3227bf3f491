// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.MethodBindingContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QuarkusMethodBindingTest extends MethodBindingContract {
  QuarkusMethodBindingTest() {
    super(new QuarkusMethodRuntime());
  }
}

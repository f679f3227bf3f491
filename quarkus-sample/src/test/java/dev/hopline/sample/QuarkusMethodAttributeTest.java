// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.MethodAttributeContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QuarkusMethodAttributeTest extends MethodAttributeContract {
  QuarkusMethodAttributeTest() {
    super(new QuarkusMethodRuntime());
  }
}

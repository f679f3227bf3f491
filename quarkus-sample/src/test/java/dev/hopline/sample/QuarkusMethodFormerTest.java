// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.MethodFormerContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QuarkusMethodFormerTest extends MethodFormerContract {
  QuarkusMethodFormerTest() {
    super(new QuarkusMethodRuntime());
  }
}

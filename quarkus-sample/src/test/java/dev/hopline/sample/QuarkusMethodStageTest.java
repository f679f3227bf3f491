// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.MethodStageContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QuarkusMethodStageTest extends MethodStageContract {
  QuarkusMethodStageTest() {
    super(new QuarkusMethodRuntime());
  }
}

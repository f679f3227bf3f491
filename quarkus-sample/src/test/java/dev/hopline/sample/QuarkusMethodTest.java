// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.MethodContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QuarkusMethodTest extends MethodContract {
  QuarkusMethodTest() {
    super(new QuarkusMethodRuntime());
  }
}

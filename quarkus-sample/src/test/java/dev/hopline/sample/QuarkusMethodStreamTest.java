// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.MethodStreamContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QuarkusMethodStreamTest extends MethodStreamContract {
  QuarkusMethodStreamTest() {
    super(new QuarkusMethodRuntime());
  }
}

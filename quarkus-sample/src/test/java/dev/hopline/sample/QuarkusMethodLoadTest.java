// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.MethodLoadContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QuarkusMethodLoadTest extends MethodLoadContract {
  QuarkusMethodLoadTest() {
    super(new QuarkusMethodRuntime());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.InjectedClientEndingContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QuarkusInjectedClientEndingTest extends InjectedClientEndingContract {
  QuarkusInjectedClientEndingTest() {
    super(new QuarkusRuntime());
  }
}

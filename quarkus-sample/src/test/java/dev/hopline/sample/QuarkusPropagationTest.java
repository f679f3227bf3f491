// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.PropagationContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QuarkusPropagationTest extends PropagationContract {
  QuarkusPropagationTest() {
    super(new QuarkusRuntime());
  }
}

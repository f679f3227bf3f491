// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.ServerContract;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(ListedClasses.class)
class QuarkusListedServerTest extends ServerContract {
  QuarkusListedServerTest() {
    super(new QuarkusRuntime());
  }
}

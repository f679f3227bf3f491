// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.resteasy;

import dev.hopline.tck.ClientContract;
import org.junit.jupiter.api.Tag;
import dev.hopline.tck.Registered;

@Tag("resteasy")
class ResteasyClientTest extends ClientContract {
  ResteasyClientTest() {
    super(new ResteasyRuntime(Registered.BY_SERVICE));
  }
}

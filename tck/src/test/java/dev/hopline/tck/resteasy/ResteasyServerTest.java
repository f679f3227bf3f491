// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.resteasy;

import dev.hopline.tck.Registered;
import dev.hopline.tck.ServerContract;
import org.junit.jupiter.api.Tag;

@Tag("resteasy")
class ResteasyServerTest extends ServerContract {
  ResteasyServerTest() {
    super(new ResteasyRuntime(Registered.BY_SERVICE));
  }
}

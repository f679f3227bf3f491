// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.resteasy;

import dev.hopline.tck.Registered;
import dev.hopline.tck.ServerContract;
import org.junit.jupiter.api.Tag;

@Tag("resteasy")
class ResteasyServerTwiceTest extends ServerContract {
  ResteasyServerTwiceTest() {
    super(new ResteasyRuntime(Registered.TWICE));
  }
}

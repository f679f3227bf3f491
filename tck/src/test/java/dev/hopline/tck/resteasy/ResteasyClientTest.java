// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.resteasy;

import dev.hopline.tck.ClientContract;
import dev.hopline.tck.Registered;

class ResteasyClientTest extends ClientContract {
  ResteasyClientTest() {
    super(new ResteasyRuntime(Registered.BY_SERVICE));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.jersey;

import dev.hopline.tck.ClientContract;
import dev.hopline.tck.Registered;

class JerseyClientTest extends ClientContract {
  JerseyClientTest() {
    super(new JerseyRuntime(Registered.BY_SERVICE));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.jersey;

import dev.hopline.tck.Registered;
import dev.hopline.tck.ServerContract;

class JerseyServerTest extends ServerContract {
  JerseyServerTest() {
    super(new JerseyRuntime(Registered.BY_SERVICE));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.jersey;

import dev.hopline.tck.Registered;
import dev.hopline.tck.ServerContract;

class JerseyServerByHandTest extends ServerContract {
  JerseyServerByHandTest() {
    super(new JerseyRuntime(Registered.BY_HAND));
  }
}

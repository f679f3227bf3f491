// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.jersey;

import dev.hopline.tck.Registered;
import dev.hopline.tck.RuntimeContracts;
import dev.hopline.tck.ServerContract;
import dev.hopline.tck.TracingRuntime;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

@Tag("jersey")
class JerseyTest extends RuntimeContracts {
  @Override
  protected TracingRuntime runtime() {
    return new JerseyRuntime(Registered.BY_SERVICE);
  }

  @Nested
  class ServerByHand extends ServerContract {
    ServerByHand() {
      super(new JerseyRuntime(Registered.BY_HAND));
    }
  }

  @Nested
  class ServerTwice extends ServerContract {
    ServerTwice() {
      super(new JerseyRuntime(Registered.TWICE));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.jersey;

import dev.hopline.tck.ClientContract;
import dev.hopline.tck.LaterContract;
import dev.hopline.tck.ParentContract;
import dev.hopline.tck.Registered;
import dev.hopline.tck.ServerContract;
import dev.hopline.tck.ThreadContract;
import org.junit.jupiter.api.Nested;

class JerseyTest {
  @Nested
  class Server extends ServerContract {
    Server() {
      super(new JerseyRuntime(Registered.BY_SERVICE));
    }
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

  @Nested
  class Later extends LaterContract {
    Later() {
      super(new JerseyRuntime(Registered.BY_SERVICE));
    }
  }

  @Nested
  class Parent extends ParentContract {
    Parent() {
      super(new JerseyRuntime(Registered.BY_SERVICE));
    }
  }

  @Nested
  class Client extends ClientContract {
    Client() {
      super(new JerseyRuntime(Registered.BY_SERVICE));
    }
  }

  @Nested
  class Threads extends ThreadContract {
    Threads() {
      super(new JerseyRuntime(Registered.BY_SERVICE));
    }
  }
}

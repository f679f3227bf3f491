// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.resteasy;

import dev.hopline.tck.ClientContract;
import dev.hopline.tck.LaterContract;
import dev.hopline.tck.ParentContract;
import dev.hopline.tck.Registered;
import dev.hopline.tck.ServerContract;
import dev.hopline.tck.ThreadContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

@Tag("resteasy")
class ResteasyTest {
  @Nested
  class Server extends ServerContract {
    Server() {
      super(new ResteasyRuntime(Registered.BY_SERVICE));
    }
  }

  @Nested
  class ServerByHand extends ServerContract {
    ServerByHand() {
      super(new ResteasyRuntime(Registered.BY_HAND));
    }
  }

  @Nested
  class ServerTwice extends ServerContract {
    ServerTwice() {
      super(new ResteasyRuntime(Registered.TWICE));
    }
  }

  @Nested
  class Later extends LaterContract {
    Later() {
      super(new ResteasyRuntime(Registered.BY_SERVICE));
    }
  }

  @Nested
  class Parent extends ParentContract {
    Parent() {
      super(new ResteasyRuntime(Registered.BY_SERVICE));
    }
  }

  @Nested
  class Client extends ClientContract {
    Client() {
      super(new ResteasyRuntime(Registered.BY_SERVICE));
    }
  }

  @Nested
  class Threads extends ThreadContract {
    Threads() {
      super(new ResteasyRuntime(Registered.BY_SERVICE));
    }
  }
}

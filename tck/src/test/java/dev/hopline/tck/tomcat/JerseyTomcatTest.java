// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.tomcat;

import dev.hopline.tck.ClientContract;
import dev.hopline.tck.LaterContract;
import dev.hopline.tck.ParentContract;
import dev.hopline.tck.Registered;
import dev.hopline.tck.ServerContract;
import dev.hopline.tck.ThreadContract;
import org.junit.jupiter.api.Nested;

class JerseyTomcatTest {
  @Nested
  class Server extends ServerContract {
    Server() {
      super(new JerseyTomcatRuntime(Registered.BY_SERVICE));
    }
  }

  @Nested
  class ServerByHand extends ServerContract {
    ServerByHand() {
      super(new JerseyTomcatRuntime(Registered.BY_HAND));
    }
  }

  @Nested
  class ServerTwice extends ServerContract {
    ServerTwice() {
      super(new JerseyTomcatRuntime(Registered.TWICE));
    }
  }

  @Nested
  class Later extends LaterContract {
    Later() {
      super(new JerseyTomcatRuntime(Registered.BY_SERVICE));
    }
  }

  @Nested
  class Parent extends ParentContract {
    Parent() {
      super(new JerseyTomcatRuntime(Registered.BY_SERVICE));
    }
  }

  @Nested
  class Client extends ClientContract {
    Client() {
      super(new JerseyTomcatRuntime(Registered.BY_SERVICE));
    }
  }

  @Nested
  class Threads extends ThreadContract {
    Threads() {
      super(new JerseyTomcatRuntime(Registered.BY_SERVICE));
    }
  }
}

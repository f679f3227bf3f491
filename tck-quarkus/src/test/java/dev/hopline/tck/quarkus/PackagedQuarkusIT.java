// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.quarkus;

import dev.hopline.tck.ClientContract;
import dev.hopline.tck.LaterContract;
import dev.hopline.tck.ParentContract;
import dev.hopline.tck.ServerContract;
import dev.hopline.tck.ThreadContract;
import org.junit.jupiter.api.Nested;

class PackagedQuarkusIT {
  @Nested
  class Server extends ServerContract {
    Server() {
      super(new PackagedQuarkusRuntime());
    }
  }

  @Nested
  class Later extends LaterContract {
    Later() {
      super(new PackagedQuarkusRuntime());
    }
  }

  @Nested
  class Parent extends ParentContract {
    Parent() {
      super(new PackagedQuarkusRuntime());
    }
  }

  @Nested
  class Client extends ClientContract {
    Client() {
      super(new PackagedQuarkusRuntime());
    }
  }

  @Nested
  class Threads extends ThreadContract {
    Threads() {
      super(new PackagedQuarkusRuntime());
    }
  }
}

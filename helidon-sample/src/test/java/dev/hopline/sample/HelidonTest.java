// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.ClientContract;
import dev.hopline.tck.LaterContract;
import dev.hopline.tck.ParentContract;
import dev.hopline.tck.ServerContract;
import dev.hopline.tck.ThreadContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

class HelidonTest {
  @Nested
  class Server extends ServerContract {
    Server() {
      super(new HelidonRuntime());
    }
  }

  @Nested
  class Later extends LaterContract {
    Later() {
      super(new HelidonRuntime());
    }
  }

  @Nested
  class Parent extends ParentContract {
    Parent() {
      super(new HelidonRuntime());
    }
  }

  @Nested
  class Client extends ClientContract {
    Client() {
      super(new HelidonRuntime());
    }
  }

  @Nested
  class Threads extends ThreadContract {
    Threads() {
      super(new HelidonRuntime());
    }

    /** Helidon goes on to the next request before it has failed the asynchronous one. */
    @Override
    protected List<String> mixedUpByTheRuntime() {
      return List.of("later/async/throws", "later/stage/throws");
    }
  }
}

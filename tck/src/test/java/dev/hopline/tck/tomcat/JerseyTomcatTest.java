// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.tomcat;

import dev.hopline.tck.Registered;
import dev.hopline.tck.RuntimeContracts;
import dev.hopline.tck.ServerContract;
import dev.hopline.tck.TracingRuntime;
import dev.hopline.tck.TracingStart;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

@Tag("jersey")
class JerseyTomcatTest extends RuntimeContracts {
  @Override
  protected TracingRuntime runtime() {
    return new JerseyTomcatRuntime(Registered.BY_SERVICE);
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
  class ServerWithoutServlets extends ServerContract {
    ServerWithoutServlets() {
      super(
          new JerseyTomcatRuntime(
              Registered.BY_SERVICE, TracingStart.byHand(TomcatServer.REST_ALONE)));
    }
  }
}

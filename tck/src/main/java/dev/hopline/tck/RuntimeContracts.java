// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import org.junit.jupiter.api.Nested;

/**
 * All contracts that a runtime must pass: its test is a subclass that names it.
 *
 * <pre>{@code
 * class JerseyTest extends RuntimeContracts {
 *   @Override
 *   protected TracingRuntime runtime() {
 *     return new JerseyRuntime();
 *   }
 * }
 * }</pre>
 */
public abstract class RuntimeContracts {
  /** A runtime that is not open, for one contract. */
  protected abstract TracingRuntime runtime();

  @Nested
  class Server extends ServerContract {
    Server() {
      super(RuntimeContracts.this.runtime());
    }
  }

  @Nested
  class Routes extends RouteContract {
    Routes() {
      super(RuntimeContracts.this.runtime());
    }
  }

  @Nested
  class Later extends LaterContract {
    Later() {
      super(RuntimeContracts.this.runtime());
    }
  }

  @Nested
  class Parent extends ParentContract {
    Parent() {
      super(RuntimeContracts.this.runtime());
    }
  }

  @Nested
  class Propagation extends PropagationContract {
    Propagation() {
      super(RuntimeContracts.this.runtime());
    }
  }

  @Nested
  class Client extends ClientContract {
    Client() {
      super(RuntimeContracts.this.runtime());
    }
  }

  @Nested
  class ClientEndings extends ClientEndingContract {
    ClientEndings() {
      super(RuntimeContracts.this.runtime());
    }
  }

  @Nested
  class MutualTls extends MutualTlsContract {
    MutualTls() {
      super(RuntimeContracts.this.runtime());
    }
  }

  @Nested
  class Threads extends ThreadContract {
    Threads() {
      super(RuntimeContracts.this.runtime());
    }
  }

  @Nested
  class Metrics extends MetricsContract {
    Metrics() {
      super(RuntimeContracts.this.runtime());
    }
  }

  @Nested
  class Hostile extends HostileContract {
    Hostile() {
      super(RuntimeContracts.this.runtime());
    }
  }

  @Nested
  class Feature extends FeatureContract {
    Feature() {
      super(RuntimeContracts.this.runtime());
    }
  }

  @Nested
  class Exclusion extends ExclusionContract {
    Exclusion() {
      super(RuntimeContracts.this.runtime());
    }
  }

  @Nested
  class Incoming extends IncomingContract {
    Incoming() {
      super(RuntimeContracts.this.runtime());
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import org.junit.jupiter.api.Nested;

class PackagedQuarkusIT extends RuntimeContracts {
  @Override
  protected TracingRuntime runtime() {
    return new PackagedQuarkusRuntime();
  }

  @Nested
  class Quarkus extends QuarkusContract {
    Quarkus() {
      super(new PackagedQuarkusRuntime());
    }
  }

  @Nested
  class Tasks extends QuarkusTaskContract {
    Tasks() {
      super(new PackagedQuarkusRuntime());
    }
  }

  @Nested
  class Logs extends QuarkusLogContract {
    Logs() {
      super(new PackagedQuarkusRuntime());
    }
  }

  @Nested
  class RestClient extends RestClientContract {
    RestClient() {
      super(new PackagedQuarkusRuntime());
    }
  }

  @Nested
  class RestClientEndings extends RestClientEndingContract {
    RestClientEndings() {
      super(new PackagedQuarkusRuntime());
    }
  }

  @Nested
  class InjectedClientEndings extends InjectedClientEndingContract {
    InjectedClientEndings() {
      super(new PackagedQuarkusRuntime());
    }
  }

  @Nested
  class RestClientMutualTls extends RestClientMutualTlsContract {
    RestClientMutualTls() {
      super(new PackagedQuarkusRuntime());
    }
  }

  @Nested
  class UniClientEndings extends UniClientEndingContract {
    UniClientEndings() {
      super(new PackagedQuarkusRuntime());
    }
  }

  @Nested
  class Retries extends RetryContract {
    Retries() {
      super(new PackagedQuarkusRuntime());
    }
  }
}

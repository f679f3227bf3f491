// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.InjectedClientEndingContract;
import dev.hopline.tck.RestClientContract;
import dev.hopline.tck.RestClientEndingContract;
import dev.hopline.tck.RestClientMutualTlsContract;
import dev.hopline.tck.RuntimeContracts;
import dev.hopline.tck.TracingRuntime;
import org.junit.jupiter.api.Nested;

class HelidonTest extends RuntimeContracts {
  @Override
  protected TracingRuntime runtime() {
    return new HelidonRuntime();
  }

  @Nested
  class RestClient extends RestClientContract {
    RestClient() {
      super(new HelidonRuntime());
    }
  }

  @Nested
  class RestClientEndings extends RestClientEndingContract {
    RestClientEndings() {
      super(new HelidonRuntime());
    }
  }

  @Nested
  class InjectedClientEndings extends InjectedClientEndingContract {
    InjectedClientEndings() {
      super(new HelidonRuntime());
    }
  }

  @Nested
  class RestClientMutualTls extends RestClientMutualTlsContract {
    RestClientMutualTls() {
      super(new HelidonRuntime());
    }
  }
}

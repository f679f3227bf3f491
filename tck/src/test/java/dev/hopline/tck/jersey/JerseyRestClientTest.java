// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.jersey;

import dev.hopline.tck.Registered;
import dev.hopline.tck.RestClientContract;
import dev.hopline.tck.RestClientEndingContract;
import dev.hopline.tck.RestClientMutualTlsContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** Jersey's MicroProfile REST client, which there is none of for Jersey 4. */
@Tag("rest-client")
@Tag("on-jersey")
class JerseyRestClientTest {
  @Nested
  class RestClient extends RestClientContract {
    RestClient() {
      super(new JerseyRuntime(Registered.BY_SERVICE));
    }
  }

  @Nested
  class RestClientEndings extends RestClientEndingContract {
    RestClientEndings() {
      super(new JerseyRuntime(Registered.BY_SERVICE));
    }
  }

  @Nested
  class RestClientMutualTls extends RestClientMutualTlsContract {
    RestClientMutualTls() {
      super(new JerseyRuntime(Registered.BY_SERVICE));
    }
  }
}

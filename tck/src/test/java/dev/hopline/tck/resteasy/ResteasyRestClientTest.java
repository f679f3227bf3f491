// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.resteasy;

import dev.hopline.tck.Registered;
import dev.hopline.tck.RestClientContract;
import dev.hopline.tck.RestClientEndingContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** RESTEasy's MicroProfile REST client. */
@Tag("rest-client")
@Tag("on-resteasy")
class ResteasyRestClientTest {
  @Nested
  class RestClient extends RestClientContract {
    RestClient() {
      super(new ResteasyRuntime(Registered.BY_SERVICE));
    }
  }

  @Nested
  class RestClientEndings extends RestClientEndingContract {
    RestClientEndings() {
      super(new ResteasyRuntime(Registered.BY_SERVICE));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.cxf;

import dev.hopline.tck.Registered;
import dev.hopline.tck.RestClientContract;
import dev.hopline.tck.RestClientEndingContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** CXF's MicroProfile REST client. */
@Tag("rest-client")
@Tag("on-cxf")
class CxfRestClientTest {
  @Nested
  class RestClient extends RestClientContract {
    RestClient() {
      super(new CxfRuntime(Registered.BY_SERVICE));
    }
  }

  @Nested
  class RestClientEndings extends RestClientEndingContract {
    RestClientEndings() {
      super(new CxfRuntime(Registered.BY_SERVICE));
    }
  }
}

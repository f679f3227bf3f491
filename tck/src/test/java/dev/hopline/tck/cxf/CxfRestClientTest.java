// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.cxf;

import dev.hopline.tck.InjectedClientEndingContract;
import dev.hopline.tck.Registered;
import dev.hopline.tck.RestClientContract;
import dev.hopline.tck.RestClientEndingContract;
import dev.hopline.tck.RestClientMutualTlsContract;
import dev.hopline.tck.RetryContract;
import dev.hopline.tck.TckInjectedCallResource;
import dev.hopline.tck.TckInjectedClient;
import dev.hopline.tck.TckRetried;
import dev.hopline.tck.TckRetriedClient;
import dev.hopline.tck.TckRetryResource;
import dev.hopline.tck.cdi.WeldStart;
import java.util.List;
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

  @Nested
  class RestClientMutualTls extends RestClientMutualTlsContract {
    RestClientMutualTls() {
      super(new CxfRuntime(Registered.BY_SERVICE));
    }
  }

  @Nested
  class InjectedClientEndings extends InjectedClientEndingContract {
    InjectedClientEndings() {
      super(
          new CxfRuntime(
              Registered.BY_SERVICE,
              new WeldStart(
                  List.of(TckInjectedCallResource.class), List.of(TckInjectedClient.class))));
    }
  }

  @Nested
  class Retries extends RetryContract {
    Retries() {
      super(
          new CxfRuntime(
              Registered.BY_SERVICE,
              new WeldStart(
                  List.of(TckRetryResource.class),
                  List.of(TckRetried.class, TckRetriedClient.class))));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.resteasy;

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

  @Nested
  class RestClientMutualTls extends RestClientMutualTlsContract {
    RestClientMutualTls() {
      super(new ResteasyRuntime(Registered.BY_SERVICE));
    }
  }

  @Nested
  class InjectedClientEndings extends InjectedClientEndingContract {
    InjectedClientEndings() {
      super(
          new ResteasyRuntime(
              Registered.BY_SERVICE,
              new WeldStart(
                  List.of(TckInjectedCallResource.class), List.of(TckInjectedClient.class))));
    }
  }

  @Nested
  class Retries extends RetryContract {
    Retries() {
      super(
          new ResteasyRuntime(
              Registered.BY_SERVICE,
              new WeldStart(
                  List.of(TckRetryResource.class),
                  List.of(TckRetried.class, TckRetriedClient.class))));
    }
  }
}

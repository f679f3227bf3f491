// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.cxf;

import dev.hopline.tck.JavaSeClientContract;
import dev.hopline.tck.Registered;
import jakarta.ws.rs.client.ClientRequestContext;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.cxf.BusFactory;
import org.apache.cxf.jaxrs.client.ClientProviderFactory;
import org.apache.cxf.jaxrs.model.ProviderInfo;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

@Tag("cxf")
class CxfJavaSeClientTest extends JavaSeClientContract {
  CxfJavaSeClientTest() {
    super(new CxfRuntime(Registered.BY_SERVICE));
  }

  /** Each test's first client is that for which the bus is made that all of them share. */
  @BeforeEach
  void forgetWhatClientsShare() {
    BusFactory.setDefaultBus(null);
  }

  /** CXF's configuration shows those of the application alone. */
  @Override
  protected Collection<?> providers(ClientRequestContext request) {
    ClientProviderFactory factory =
        ClientProviderFactory.getInstance(PhaseInterceptorChain.getCurrentMessage());
    return Stream.of(factory.getClientRequestFilters(), factory.getClientResponseFilters())
        .flatMap(List::stream)
        .map(ProviderInfo::getProvider)
        .toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.cxf;

import dev.hopline.Tracing;
import dev.hopline.jaxrs.TracingFeature;
import java.util.List;
import org.apache.cxf.Bus;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.Endpoint;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.feature.Feature;
import org.apache.cxf.interceptor.InterceptorProvider;
import org.apache.cxf.jaxrs.JAXRSInvoker;
import org.apache.cxf.jaxrs.provider.ServerProviderFactory;
import org.apache.cxf.service.invoker.Invoker;

/** Gives each Jakarta REST server its filters, unless it has them, and the watched invoker. */
final class ServerHook implements Feature {
  /** As text: an application may have CXF for SOAP alone. */
  private static final String PROVIDERS = "org.apache.cxf.jaxrs.provider.ServerProviderFactory";

  @Override
  public void initialize(Server server, Bus bus) {
    Object providers = server.getEndpoint().get(PROVIDERS);
    Tracing known = Tracing.current();
    if (providers == null || (known != null && !known.enabled())) {
      return;
    }
    try {
      trace(server.getEndpoint(), (ServerProviderFactory) providers);
    } catch (LinkageError other) {
      BusHook.report(other);
    }
  }

  private static void trace(Endpoint endpoint, ServerProviderFactory providers) {
    if (!hasFilters(providers)) {
      providers.setUserProviders(List.of(new TracingFeature()));
    }
    endpoint.getInInterceptors().add(new RequestHook());
    Invoker invoker = endpoint.getService().getInvoker();
    // One of the application's own choice stays.
    if (invoker != null && invoker.getClass() == JAXRSInvoker.class) {
      endpoint.getService().setInvoker(new TracingInvoker());
    }
  }

  private static boolean hasFilters(ServerProviderFactory providers) {
    String ours = TracingFeature.class.getPackageName();
    return providers.getPreMatchContainerRequestFilters().stream()
        .anyMatch(filter -> filter.getProvider().getClass().getPackageName().equals(ours));
  }

  @Override
  public void initialize(Client client, Bus bus) {}

  @Override
  public void initialize(InterceptorProvider provider, Bus bus) {}

  @Override
  public void initialize(Bus bus) {}
}

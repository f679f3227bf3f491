// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.cxf;

import dev.hopline.jaxrs.ClientTracingFeature;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.FeatureContext;
import java.util.List;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.ClientLifeCycleListener;
import org.apache.cxf.jaxrs.impl.ConfigurableImpl;
import org.apache.cxf.jaxrs.impl.FeatureContextImpl;
import org.apache.cxf.jaxrs.provider.ProviderFactory;

/** Gives each Jakarta REST client its filter: of the standard API, a proxy or a web client. */
final class ClientHook implements ClientLifeCycleListener {
  /** As text: an application may have CXF for SOAP alone. */
  private static final String PROVIDERS = "org.apache.cxf.jaxrs.client.ClientProviderFactory";

  @Override
  public void clientCreated(Client client) {
    if (client.getEndpoint().get(PROVIDERS) != null) {
      try {
        register((ProviderFactory) client.getEndpoint().get(PROVIDERS));
      } catch (LinkageError other) {
        BusHook.report(other);
      }
    }
  }

  private static void register(ProviderFactory providers) {
    FeatureContextImpl context = new FeatureContextImpl();
    ConfigurableImpl<FeatureContext> configurable =
        new ConfigurableImpl<>(context, RuntimeType.CLIENT);
    context.setConfigurable(configurable);
    if (new ClientTracingFeature().configure(context)) {
      providers.setUserProviders(List.copyOf(configurable.getConfiguration().getInstances()));
    }
  }

  @Override
  public void clientDestroyed(Client client) {}
}

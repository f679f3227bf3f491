// SPDX-License-Identifier: Apache-2.0
package dev.hopline.opentracing;

import dev.hopline.jaxrs.ClientTracingFeature;
import io.opentelemetry.context.Context;
import jakarta.ws.rs.client.ClientBuilder;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.opentracing.ClientTracingRegistrar;
import org.eclipse.microprofile.opentracing.ClientTracingRegistrarProvider;

/**
 * What {@link ClientTracingRegistrar} does to clients: they have {@link ClientTracingFeature},
 * once, be it found by the runtime, too, or not.
 */
public final class TracedClients implements ClientTracingRegistrarProvider {
  /** For {@link ClientTracingRegistrar}. */
  public TracedClients() {}

  @Override
  public ClientBuilder configure(ClientBuilder clients) {
    return clients.register(ClientTracingFeature.class);
  }

  /** Asynchronous work on the executor has the context of its caller. */
  @Override
  public ClientBuilder configure(ClientBuilder clients, ExecutorService executor) {
    return configure(clients).executorService(Context.taskWrapping(executor));
  }
}

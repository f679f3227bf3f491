// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.quarkus;

import dev.hopline.HttpSpan;
import dev.hopline.jaxrs.exchange.ClientCall;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.client.impl.ClientRequestContextImpl;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/** What Quarkus REST tells beside the filters, on the server and on the client. */
public final class QuarkusHook {
  private QuarkusHook() {}

  /** The matched resource; Quarkus injects nothing into filters that a feature registers. */
  public static @Nullable ResourceInfo resource(ContainerRequestContext request) {
    if (!(request instanceof ResteasyReactiveContainerRequestContext reactive)) {
      return null;
    }
    VertxRequestHook.keep(reactive.getServerRequestContext());
    return reactive.getServerRequestContext().getResteasyReactiveResourceInfo();
  }

  /** Ends the span when the call completes, if no response has done so. */
  public static void watch(ClientRequestContext request, HttpSpan span) {
    if (request instanceof ClientRequestContextImpl call) {
      call.getRestClientRequestContext()
          .registerCompletionCallback(
              error -> span.end(0, error == null ? null : ClientCall.reason(error)));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.quarkus;

import dev.hopline.jaxrs.exchange.ClientCall;
import dev.hopline.jaxrs.exchange.RouteTemplate;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.function.Function;
import org.jboss.resteasy.reactive.client.impl.ClientRequestContextImpl;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/** What Quarkus REST tells beside the filters, on the server and on the client. */
public final class QuarkusHook {
  private QuarkusHook() {}

  /** What finds the route of a request that is matched: Quarkus REST knows it by itself. */
  public static Function<ContainerRequestContext, @Nullable RouteTemplate> routes() {
    QuarkusRoutes routes = new QuarkusRoutes();
    return request -> {
      if (request instanceof ResteasyReactiveContainerRequestContext reactive
          && reactive.getServerRequestContext() instanceof ResteasyReactiveRequestContext matched) {
        VertxRequestHook.keep(matched);
        return routes.of(matched);
      }
      return null;
    };
  }

  /** Ends the call when it completes, if no response has done so. */
  public static void watch(ClientRequestContext request, ClientCall call) {
    if (request instanceof ClientRequestContextImpl reactive) {
      reactive
          .getRestClientRequestContext()
          .registerCompletionCallback(
              error -> {
                call.fail(error);
                call.withdraw(request);
              });
    }
  }
}

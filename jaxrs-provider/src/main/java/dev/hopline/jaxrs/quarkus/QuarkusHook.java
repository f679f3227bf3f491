// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.quarkus;

import dev.hopline.HttpServerTracing;
import dev.hopline.HttpSpan;
import dev.hopline.jaxrs.exchange.ClientCall;
import dev.hopline.jaxrs.exchange.RouteTemplate;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.client.ClientRequestContext;
import java.lang.reflect.Method;
import org.jboss.resteasy.reactive.client.impl.ClientRequestContextImpl;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * What Quarkus REST tells beside the hook of Vert.x, on the server and on the client.
 *
 * <p>Quarkus makes a bean of it for the sake of its filter, which no other runtime knows. It is no
 * feature of Jakarta REST: those are left out where an application lists its classes.
 */
public final class QuarkusHook {
  private final QuarkusRoutes routes = new QuarkusRoutes();
  private final QuarkusMethods methods = new QuarkusMethods();

  /** For Quarkus. */
  public QuarkusHook() {}

  /** Tells the span its route and its method as soon as the request is matched. */
  @ServerRequestFilter(priority = Integer.MIN_VALUE)
  public void onMatch(ResteasyReactiveContainerRequestContext request) {
    if (request.getServerRequestContext() instanceof ResteasyReactiveRequestContext matched) {
      RoutingContext exchange = matched.unwrap(RoutingContext.class);
      if (exchange != null
          && exchange.get(HttpSpan.REQUEST_PROPERTY) instanceof HttpSpan span
          && !span.ended()) {
        VertxRequestHook.keep(matched, span, exchange);
        tell(span, matched);
      }
    }
  }

  private void tell(HttpSpan span, ResteasyReactiveRequestContext matched) {
    RouteTemplate route = routes.of(matched);
    if (route != null) {
      span.route(route.under(matched.getUriInfo().getBaseUri(), span.keepsRouteRegex()));
    }
    Method method = methods.of(matched.getTarget());
    if (method != null) {
      HttpServerTracing.servedBy(span, matched.getTarget().getResourceClass(), method);
    }
  }

  /**
   * Ends the call when it completes, if no response has done so. One by a Uni that is cancelled
   * before it has a connection never completes.
   */
  public static void watch(ClientRequestContext request, ClientCall call) {
    if (request instanceof ClientRequestContextImpl reactive) {
      RestClientRequestContext exchange = reactive.getRestClientRequestContext();
      exchange.registerCompletionCallback(error -> complete(exchange, call, error));
      call.watchForCancellation(request);
    }
  }

  private static void complete(
      RestClientRequestContext exchange, ClientCall call, @Nullable Throwable error) {
    // A cancelled Uni resets its connection, which by itself looks like a failure.
    if (exchange.isUserCanceled()) {
      call.cancel();
    } else {
      call.fail(error);
    }
    call.withdraw(exchange.getClientRequestContext());
  }
}

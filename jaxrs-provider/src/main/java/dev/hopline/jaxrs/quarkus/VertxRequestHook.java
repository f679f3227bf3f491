// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.quarkus;

import dev.hopline.HttpSpan;
import dev.hopline.Tracing;
import dev.hopline.VertxContextStorageProvider;
import io.opentelemetry.context.Scope;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/**
 * Starts and ends the span of each HTTP request of Quarkus, whoever serves it.
 *
 * <p>It has no scope annotation on purpose: ArC makes a bean of any class that observes, while all
 * other containers pass it over, so that the types of Quarkus are never loaded there.
 */
final class VertxRequestHook {
  /** Before all other filters: what they refuse is a request, too. */
  private static final int FIRST = Integer.MAX_VALUE;

  void register(@Observes Filters filters) {
    filters.register(this::onRequest, FIRST);
  }

  private void onRequest(RoutingContext exchange) {
    Tracing tracing = Tracing.current();
    if (tracing != null && tracing.enabled()) {
      HttpSpan span = tracing.server().start(exchange, VertxRequestReader.INSTANCE);
      keepCurrent(span);
      // The end handler alone is lost when a streaming body throws, and the other one when the
      // client goes away: whichever comes first ends the span.
      exchange.addBodyEndHandler(done -> end(span, exchange));
      exchange.addEndHandler(done -> end(span, exchange));
    }
    exchange.next();
  }

  /** The context stays with the request's duplicated context; anywhere else it would be left. */
  @SuppressWarnings("MustBeClosedChecker")
  private static void keepCurrent(HttpSpan span) {
    Scope scope = span.makeCurrent();
    if (!VertxContextStorageProvider.isKept(span.context())) {
      scope.close();
    }
  }

  private static void end(HttpSpan span, RoutingContext exchange) {
    Throwable failure = exchange.failure();
    if (failure != null) {
      span.error(failure);
    }
    span.end(exchange.response().getStatusCode(), null);
  }
}

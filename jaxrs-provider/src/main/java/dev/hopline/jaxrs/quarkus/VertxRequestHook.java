// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.quarkus;

import dev.hopline.HttpSpan;
import dev.hopline.Tracing;
import dev.hopline.VertxContexts;
import io.opentelemetry.context.Scope;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Starts and ends the span of each HTTP request of Quarkus, whoever serves it.
 *
 * <p>It has no scope annotation on purpose: ArC makes a bean of any class that observes, while all
 * other containers pass it over, so that the types of Quarkus are never loaded there.
 */
final class VertxRequestHook {
  /** Before all other filters: what they refuse is a request, too. */
  private static final int FIRST = Integer.MAX_VALUE;

  private static final String BEFORE_HEAD = VertxRequestHook.class.getName() + ".thrown";
  private static final String REST = VertxRequestHook.class.getName() + ".rest";

  /** The earliest there is: nothing of the application has asked for a context yet. */
  void install(
      @Observes @Priority(Integer.MIN_VALUE) @Initialized(ApplicationScoped.class) Object event) {
    VertxContexts.install();
  }

  void register(@Observes Filters filters) {
    filters.register(this::onRequest, FIRST);
  }

  private void onRequest(RoutingContext exchange) {
    Tracing tracing = Tracing.current();
    if (tracing != null && tracing.enabled()) {
      HttpSpan span = tracing.server().start(exchange, VertxRequestReader.INSTANCE);
      exchange.put(HttpSpan.REQUEST_PROPERTY, span);
      keepCurrent(span);
      // The end handler alone is lost when a streaming body throws, and the other one when the
      // client goes away: whichever comes first ends the span.
      exchange.addHeadersEndHandler(head -> beforeHead(span, exchange));
      exchange.addBodyEndHandler(written -> end(span, exchange, null));
      exchange.addEndHandler(done -> end(span, exchange, done.cause()));
    }
    exchange.next();
  }

  private static void beforeHead(HttpSpan span, RoutingContext exchange) {
    exchange.put(BEFORE_HEAD, thrown(exchange));
    String traceresponse = span.traceresponse();
    if (traceresponse != null) {
      exchange.response().putHeader(HttpSpan.TRACERESPONSE, traceresponse);
    }
  }

  /** The context stays with the request's duplicated context; anywhere else it would be left. */
  @SuppressWarnings("MustBeClosedChecker")
  private static void keepCurrent(HttpSpan span) {
    Scope scope = span.makeCurrent();
    if (!VertxContexts.isKept(span.context())) {
      scope.close();
    }
  }

  /** Keeps REST's own view of the request for the end: it alone knows what was mapped. */
  static void keep(ResteasyReactiveRequestContext request, HttpSpan span, RoutingContext exchange) {
    exchange.put(REST, request);
    BrokenStream.watch(request, span, exchange.response());
  }

  /**
   * Ends the span.
   *
   * @param broken why the response could not be completed; null if it was
   */
  private static void end(HttpSpan span, RoutingContext exchange, @Nullable Throwable broken) {
    Throwable thrown = thrown(exchange);
    if (thrown != null) {
      span.error(thrown);
    }
    span.response(exchange.response().headers(), VertxRequestHook::header);
    // What was thrown before the head was written has become the response, with its status.
    boolean tooLate = thrown != null && thrown != exchange.get(BEFORE_HEAD);
    span.end(exchange.response().getStatusCode(), tooLate ? thrown : broken);
  }

  private static @Nullable String header(MultiMap headers, String name) {
    List<String> values = headers.getAll(name);
    return values.isEmpty() ? null : String.join(",", values);
  }

  /** As the application threw it, if REST knows: what it passes on is wrapped at times. */
  private static @Nullable Throwable thrown(RoutingContext exchange) {
    Throwable thrown =
        exchange.get(REST) instanceof ResteasyReactiveRequestContext request
            ? request.getThrowable()
            : null;
    return thrown == null ? exchange.failure() : thrown;
  }
}

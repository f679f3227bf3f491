// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.servlet;

import dev.hopline.HttpServerTracing;
import dev.hopline.HttpSpan;
import io.opentelemetry.context.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One way of a request through the filters. Its span is started for any servlet, or left to Jakarta
 * REST, whose hook asks for it by the request's property if the request is for it.
 */
final class ServletExchange implements Supplier<@Nullable HttpSpan> {
  private final HttpServerTracing tracing;
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final Thread thread = Thread.currentThread();
  private boolean over;
  private @Nullable Scope scope;
  private @Nullable ServletEnd end;

  ServletExchange(
      HttpServerTracing tracing, HttpServletRequest request, HttpServletResponse response) {
    this.tracing = tracing;
    this.request = request;
    this.response = response;
  }

  /** Lets the first who wants a span start it. */
  void leave() {
    request.setAttribute(HttpSpan.REQUEST_PROPERTY, this);
  }

  /** Null where the filter could not end it: another thread, or too late. */
  @Override
  public @Nullable HttpSpan get() {
    return Thread.currentThread() == thread && !over ? start() : null;
  }

  @SuppressWarnings("MustBeClosedChecker") // Closed when the filters return.
  HttpSpan start() {
    HttpSpan span = tracing.start(request, ServletRequestReader.INSTANCE);
    request.setAttribute(HttpSpan.REQUEST_PROPERTY, span);
    String traceresponse = span.traceresponse();
    if (traceresponse != null) {
      response.setHeader(HttpSpan.TRACERESPONSE, traceresponse);
    }
    end = new ServletEnd(span, response);
    scope = span.makeCurrent();
    return span;
  }

  /**
   * The filters have returned.
   *
   * @param thrown what came out of them, if anything did
   * @param destructionIsTold whether {@link RequestDestroyed} is told of the request's end
   */
  void close(@Nullable Throwable thrown, boolean destructionIsTold) {
    over = true;
    if (scope == null || end == null) {
      request.removeAttribute(HttpSpan.REQUEST_PROPERTY);
      return;
    }
    scope.close();
    if (thrown != null) {
      end.thrown(thrown);
    }
    if (end.isBroken() || !end.isLater(request, destructionIsTold)) {
      end.now(request);
    }
  }
}

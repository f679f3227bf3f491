// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import com.google.errorprone.annotations.MustBeClosed;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.ImplicitContextKeyed;
import io.opentelemetry.context.Scope;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP exchange in flight: its span, its context, and its only end.
 *
 * <p>The outermost hook that a runtime offers starts it and owns its end; every other layer finds
 * it and adds to it. All methods are safe on any thread and do nothing after the end.
 */
public final class HttpSpan implements ImplicitContextKeyed {
  /** The property or attribute of a request under which its hook keeps the span for the others. */
  public static final String REQUEST_PROPERTY = "dev.hopline.HttpSpan";

  private static final ContextKey<HttpSpan> KEY = ContextKey.named(REQUEST_PROPERTY);

  private static final AtomicIntegerFieldUpdater<HttpSpan> ENDED =
      AtomicIntegerFieldUpdater.newUpdater(HttpSpan.class, "ended");

  private final Span span;
  private final Context context;
  private final HttpSemantics semantics;
  private final String method;
  private volatile @Nullable String name;
  private volatile @Nullable String route;
  private volatile @Nullable Throwable error;
  private volatile int ended;

  HttpSpan(Span span, Context parent, HttpSemantics semantics, String method) {
    this.span = span;
    this.semantics = semantics;
    this.method = method;
    Context withSpan = parent.with(span);
    this.context = semantics == HttpSemantics.SERVER ? storeInContext(withSpan) : withSpan;
  }

  /** The exchange of the current context: that of the request which this thread serves. */
  public static @Nullable HttpSpan current() {
    return Context.current().get(KEY);
  }

  /** The context that holds the span, the baggage that came with the request, and this object. */
  public Context context() {
    return context;
  }

  /** Opens a scope, to be closed on this thread, in which the span is current. */
  @Override
  @MustBeClosed
  public Scope makeCurrent() {
    return context.makeCurrent();
  }

  /** Whether {@link #end} was called. */
  public boolean ended() {
    return ended != 0;
  }

  /**
   * Sets the route, {@code http.route}, and names the span {@code {method} {route}}.
   *
   * @param template the template of the matched path from the server's root, as {@code
   *     /api/books/{id}}
   */
  public void route(String template) {
    // The first hit of a request comes from the layer that matched; others only repeat it.
    if (ended != 0 || template.equals(route)) {
      return;
    }
    route = template;
    if (span.isRecording()) {
      span.setAttribute(HttpSemantics.HTTP_ROUTE, template);
      if (name == null) {
        span.updateName(method + ' ' + template);
      }
    }
  }

  /** Names the span in place of {@code {method} {route}}, whenever the route becomes known. */
  public void name(String name) {
    this.name = name;
    span.updateName(name);
  }

  /**
   * Notes what the application threw. It is recorded, once, if the response turns out to be a 5xx:
   * an exception that is mapped to something else is no error.
   */
  public void error(Throwable error) {
    this.error = error;
  }

  /**
   * Ends the span with its status, status code and error. The first call counts.
   *
   * @param httpStatus the response's status, or a value below 100 if there was none
   * @param escaped what kept the response from being completed; null if nothing did. It makes the
   *     span an error whatever the status
   */
  public void end(int httpStatus, @Nullable Throwable escaped) {
    if (!ENDED.compareAndSet(this, 0, 1)) {
      return;
    }
    try {
      if (span.isRecording()) {
        semantics.onEnd(span, httpStatus, escaped, error);
      }
      span.end();
    } catch (RuntimeException broken) {
      // A processor of the application's; its request has nothing to do with it.
      Instrumentation.reportOnce(broken);
    }
  }

  @Override
  public Context storeInContext(Context context) {
    return context.with(KEY, this);
  }
}

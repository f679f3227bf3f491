// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import com.google.errorprone.annotations.MustBeClosed;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.ImplicitContextKeyed;
import io.opentelemetry.context.Scope;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP exchange in flight: its span, its context, and its only end.
 *
 * <p>The outermost hook that a runtime offers starts it and owns its end; every other layer finds
 * it and adds to it. All methods are safe on any thread and do nothing after the end or unless
 * there is a span.
 */
public final class HttpSpan implements ImplicitContextKeyed {
  /** The property or attribute of a request under which its hook keeps the span for the others. */
  public static final String REQUEST_PROPERTY = "dev.hopline.HttpSpan";

  /** The response header that tells the caller of our span, see {@link #traceresponse}. */
  public static final String TRACERESPONSE = "traceresponse";

  static final ContextKey<HttpSpan> KEY = ContextKey.named(REQUEST_PROPERTY);
  private static final int OPEN = 0;
  private static final int ENDED = 1;
  private static final int SUPPRESSED = 2;
  private static final AtomicIntegerFieldUpdater<HttpSpan> STATE =
      AtomicIntegerFieldUpdater.newUpdater(HttpSpan.class, "state");

  private final Span span;
  private final HttpRules rules;
  private final RequestKind kind;
  private final long startNanos;

  /** Whether there is anything to record. To ask the SDK each time takes a lock. */
  private final boolean recording;

  private volatile Context context;
  private volatile @Nullable String name;
  private volatile @Nullable String route;
  private volatile @Nullable Throwable error;
  private volatile boolean hasChildren;
  private volatile int state;

  HttpSpan(Span span, Context parent, HttpRules rules, RequestKind kind) {
    this.span = span;
    this.rules = rules;
    this.kind = kind;
    this.recording = span.isRecording();
    this.startNanos = rules.duration() == null ? 0 : System.nanoTime();
    this.context =
        rules.semantics() == HttpSemantics.SERVER
            ? ExchangeContext.of(parent, this, span)
            : parent.with(span);
  }

  /** An exchange without a span: what its request carried goes on to the calls within. */
  static HttpSpan excluded(Context parent, HttpRules rules, RequestKind kind) {
    HttpSpan excluded = new HttpSpan(Span.getInvalid(), parent, rules, kind);
    excluded.state = SUPPRESSED;
    excluded.context = ExchangeContext.of(parent, excluded, SuppressedSpans.caller(parent));
    return excluded;
  }

  /** An exchange with the SERVER span of another tracing, which is current and stays so. */
  static HttpSpan adopted(Context current, HttpRules rules, RequestKind kind) {
    Span span = new AdoptedSpan(Span.fromContext(current));
    HttpSpan adopted = new HttpSpan(span, current, rules, kind);
    // Not one of ours, and so the span, which is not ours either, cannot be taken back.
    adopted.context = adopted.storeInContext(current);
    return adopted;
  }

  /** The exchange of the current context: that of the request which this thread serves. */
  public static @Nullable HttpSpan current() {
    return of(Context.current());
  }

  static @Nullable HttpSpan of(Context context) {
    return context.get(KEY);
  }

  /**
   * The context that holds the span, the baggage that came with the request, and this object. That
   * of an excluded or suppressed exchange holds the caller's span in its place, or one that is not
   * sampled.
   */
  public Context context() {
    return context;
  }

  /** Opens a scope, to be closed on this thread, in which the span is current. */
  @Override
  @MustBeClosed
  public Scope makeCurrent() {
    return context.makeCurrent();
  }

  /** Whether {@link #end} was called, or there is nothing to end. */
  public boolean ended() {
    return state != OPEN;
  }

  /**
   * Sets the route, {@code http.route}, and names the span {@code {method} {route}}. A route that
   * is excluded by {@code hopline.server.exclude.routes} suppresses the span.
   *
   * @param template the template of the matched path from the server's root, as {@code
   *     /api/books/{id}}
   */
  public void route(String template) {
    // The first hit of a request comes from the layer that matched; others only repeat it.
    if (state != OPEN || template.equals(route)) {
      return;
    }
    route = template;
    if (rules.settings().excludedRoutes.matches(template)) {
      suppress();
    }
    if (state == OPEN && recording) {
      span.setAttribute(HttpSemantics.HTTP_ROUTE, template);
      if (name == null) {
        span.updateName(rules.names().of(kind.method(), template));
      }
    }
  }

  /**
   * Whether routes are wanted with the regular expressions of their parameters, {@code
   * {id:[0-9]+}}: {@code hopline.server.route-regex}, false by default.
   */
  public boolean keepsRouteRegex() {
    return rules.settings().routeRegex;
  }

  /** Names the span in place of {@code {method} {route}}, whenever the route becomes known. */
  public void name(String name) {
    if (state == OPEN) {
      this.name = name;
      span.updateName(name);
    }
  }

  /**
   * Notes what the application threw. It is recorded, once, if the response turns out to be a 5xx:
   * an exception that is mapped to something else is no error.
   */
  public void error(Throwable error) {
    this.error = error;
  }

  /** The value of the header {@value #TRACERESPONSE}; null unless the settings ask for it. */
  public @Nullable String traceresponse() {
    boolean asked = state == OPEN && rules.settings().traceresponse;
    return asked ? TraceContextPropagator.traceresponse(span.getSpanContext()) : null;
  }

  /**
   * Reads the response headers that are to be captured, right before {@link #end}. There are none
   * by default, and then it does nothing.
   *
   * @param response the runtime's response
   * @param header gives the value of a header by its lower-case name, several joined by commas;
   *     null if there is none
   */
  public <R> void response(R response, BiFunction<? super R, String, @Nullable String> header) {
    if (state == OPEN && recording) {
      rules.responseHeaders().onResponse(span, response, header);
    }
  }

  /**
   * Takes the span back: nothing of it is exported or measured, and its context has the caller's
   * span in its place, also where it is current already, so that propagation goes on.
   *
   * <p>A span that has children is kept, for they would be orphans without it. So is one whose
   * context cannot be changed, which is one of another tracing.
   */
  public void suppress() {
    if (!hasChildren
        && context instanceof ExchangeContext ours
        && STATE.compareAndSet(this, OPEN, SUPPRESSED)) {
      ours.giveBack();
      SuppressedSpans.end(span);
    }
  }

  /** Whether a span below it had a parent that nobody sees: ours, or what stands in for it. */
  boolean orphans(SpanContext below) {
    return state == SUPPRESSED
        && !below.isRemote()
        && (!below.isSampled() || below.getSpanId().equals(span.getSpanContext().getSpanId()));
  }

  /** A span was started below this one. */
  void adopt() {
    hasChildren = true;
  }

  /**
   * Ends the span with its status, status code and error. The first call counts.
   *
   * @param httpStatus the response's status, or a value below 100 if there was none
   * @param escaped what kept the response from being completed, always an error; null if nothing
   */
  public void end(int httpStatus, @Nullable Throwable escaped) {
    if (!STATE.compareAndSet(this, OPEN, ENDED)) {
      return;
    }
    try {
      Throwable thrown = escaped != null ? escaped : error;
      String errorType = rules.semantics().errorType(httpStatus, escaped, thrown);
      if (recording) {
        HttpSemantics.onEnd(span, httpStatus, errorType, thrown);
      }
      RequestDuration duration = rules.duration();
      if (duration != null) {
        var attributes = rules.semantics().ofMetric(kind, httpStatus, errorType, route);
        duration.record(startNanos, attributes, context);
      }
      span.end();
    } catch (RuntimeException broken) {
      // A processor of the application's; its request has nothing to do with it.
      Instrumentation.reportOnce(broken);
    }
    rules.lastResort().requestEnded(this);
  }

  /** Ends the span of a call of which nobody told how it ended, see {@link #end}. */
  public void giveUp() {
    end(0, HttpSemantics.UNTOLD);
  }

  @Override
  public Context storeInContext(Context context) {
    return context.with(KEY, this);
  }
}

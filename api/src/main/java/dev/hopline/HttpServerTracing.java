// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Starts the SERVER span of a request: the outermost hook that a runtime offers calls {@link
 * #start}, once for each request. Thread-safe.
 */
public final class HttpServerTracing {
  private static final Logger LOG = Logger.getLogger(HttpServerTracing.class.getName());

  private final boolean joined;
  private final HttpRules rules;
  private final Tracer tracer;
  private final TextMapPropagator propagator;
  private final AtomicBoolean staleContextSeen = new AtomicBoolean();

  /** Makes all spans itself. */
  HttpServerTracing(OpenTelemetry openTelemetry, HttpSettings settings) {
    this(openTelemetry, settings, new LastResort(), false);
  }

  /**
   * Starts spans.
   *
   * @param joined whether another tracing may have started the span of a request already
   */
  HttpServerTracing(
      OpenTelemetry openTelemetry, HttpSettings settings, LastResort lastResort, boolean joined) {
    this.joined = joined;
    this.rules =
        new HttpRules(
            HttpSemantics.SERVER,
            settings,
            joined ? null : RequestDuration.ofServer(openTelemetry),
            lastResort);
    this.tracer = Instrumentation.tracer(openTelemetry);
    this.propagator = openTelemetry.getPropagators().getTextMapPropagator();
  }

  /**
   * Starts the span of a request, as a child of the context that its headers carry. It is not made
   * current: the hook opens scopes where it can close them.
   *
   * <p>The parent comes from the headers alone. What the thread carries when a request arrives is
   * the leftover of another one, unless another tracing was joined: then it is the span of this
   * request, and no second one is made.
   *
   * @param request the runtime's request
   * @param reader how to read it
   * @return the exchange, to be ended by the caller
   */
  public <R> HttpSpan start(R request, HttpServerRequest<? super R> reader) {
    try {
      RequestKind kind = RequestLine.kind(request, reader, rules);
      if (joined && isLocal(Span.current().getSpanContext())) {
        return HttpSpan.adopted(Context.current(), rules, kind);
      }
      checkThread();
      rules.lastResort().look();
      return start(request, reader, kind);
    } catch (RuntimeException broken) {
      Instrumentation.reportOnce(broken);
      return HttpSpan.excluded(Context.root(), rules, RequestKind.UNKNOWN);
    }
  }

  /**
   * Tells the span of a request which resource method serves it: {@code @Traced} there names the
   * span or takes it back.
   *
   * @param resource the class of the resource, as the application wrote it
   */
  public static void servedBy(HttpSpan span, Class<?> resource, Method method) {
    ServingMethod.of(resource, method).tell(span);
  }

  /**
   * The span that an outer hook has started for a request, or has left to the first who asks.
   *
   * @param property what the request has under {@link HttpSpan#REQUEST_PROPERTY}: the span, or a
   *     supplier that starts it if it still can
   * @return null if the one who asks is the outermost hook
   */
  public static @Nullable HttpSpan started(@Nullable Object property) {
    Object started = property instanceof Supplier<?> left ? left.get() : property;
    return started instanceof HttpSpan span ? span : null;
  }

  /**
   * Whether requests that are not for Jakarta REST have spans, too, in servlet containers, which
   * are to start them: {@code otel.instrumentation.servlet.enabled}, true by default.
   */
  public boolean tracesServlets() {
    return rules.settings().servlets;
  }

  private <R> HttpSpan start(R request, HttpServerRequest<? super R> reader, RequestKind kind) {
    String path = RequestLine.path(reader.path(request));
    Incoming.Mode mode = rules.settings().incoming.mode(path);
    Context caller =
        mode == Incoming.Mode.IGNORE
            ? Context.root()
            : propagator.extract(Context.root(), request, reader);
    Context parent = mode == Incoming.Mode.TRUST ? caller : Context.root();
    if (rules.settings().excludes(path)) {
      return HttpSpan.excluded(parent, rules, kind);
    }
    SpanBuilder span =
        tracer.spanBuilder(kind.method()).setParent(parent).setSpanKind(SpanKind.SERVER);
    if (mode == Incoming.Mode.LINK) {
      link(span, Span.fromContext(caller).getSpanContext());
    }
    String query = rules.settings().urls.safe(reader.query(request));
    HttpSemantics.url(span, kind.scheme(), path, query);
    describe(span, request, reader, kind);
    return new HttpSpan(span.startSpan(), parent, rules, kind);
  }

  private static boolean isLocal(SpanContext span) {
    return span.isValid() && !span.isRemote();
  }

  /** Without the trace state: it goes to whoever is called, and is anybody's text. */
  private static void link(SpanBuilder span, SpanContext foreign) {
    if (foreign.isValid()) {
      span.addLink(
          SpanContext.createFromRemoteParent(
              foreign.getTraceId(),
              foreign.getSpanId(),
              foreign.getTraceFlags(),
              TraceState.getDefault()));
    }
  }

  private <R> void describe(
      SpanBuilder span, R request, HttpServerRequest<? super R> reader, RequestKind kind) {
    HttpSemantics.onServerStart(span, request, reader, kind);
    String peer = reader.peerAddress(request);
    String client = rules.settings().proxies.client(peer, request, reader);
    HttpSemantics.peer(span, client, peer, reader.peerPort(request));
    HeaderCapture headers = rules.settings().requests.requestHeaders();
    if (!headers.isEmpty()) {
      headers.onRequest(span, request, reader::header);
    }
  }

  /** Whoever left a context on a pooled thread would like to know it; saying it once is enough. */
  private void checkThread() {
    SpanContext stale = Span.current().getSpanContext();
    if (stale.isValid() && staleContextSeen.compareAndSet(false, true)) {
      LOG.log(
          Level.WARNING,
          "A request arrived on thread {0}, which still carries the context of trace {1}: some"
              + " code opened a scope there and did not close it. It is ignored.",
          new Object[] {Thread.currentThread().getName(), stale.getTraceId()});
    }
  }
}

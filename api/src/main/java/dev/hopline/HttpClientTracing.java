// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.net.URI;

/** Starts the CLIENT span of a call and injects its context into the request. Thread-safe. */
public final class HttpClientTracing {
  private final boolean joined;
  private final HttpRules rules;
  private final Tracer tracer;
  private final TextMapPropagator propagator;

  /** Makes all spans itself. */
  HttpClientTracing(OpenTelemetry openTelemetry, HttpSettings settings) {
    this(openTelemetry, settings, false);
  }

  /**
   * Starts spans.
   *
   * @param joined whether another tracing makes the spans of calls: then this makes none
   */
  HttpClientTracing(OpenTelemetry openTelemetry, HttpSettings settings, boolean joined) {
    this.joined = joined;
    this.rules =
        new HttpRules(
            HttpSemantics.CLIENT,
            settings,
            joined ? null : RequestDuration.ofClient(openTelemetry));
    this.tracer = Instrumentation.tracer(openTelemetry);
    this.propagator = openTelemetry.getPropagators().getTextMapPropagator();
  }

  /**
   * Starts the span of one attempt of a call and injects its context as headers. Nothing is made
   * current: no code of the user's runs between here and the end.
   *
   * @param parent the context of the caller, which an asynchronous client captures on its thread
   * @param request the client's request
   * @param writer how to read it and set its headers
   * @return the exchange, to be ended by the caller
   */
  public <R> HttpSpan start(Context parent, R request, HttpClientRequest<? super R> writer) {
    String method = writer.method(request);
    String name = rules.settings().methodName(method);
    if (joined) {
      return HttpSpan.excluded(parent, rules, RequestLine.UNKNOWN);
    }
    try {
      URI uri = writer.uri(request);
      RequestLine line = RequestLine.ofCall(name, CallTarget.of(uri));
      HttpSpan server = HttpSpan.of(parent);
      if (server != null && server.orphans(Span.fromContext(parent).getSpanContext())) {
        Context caller = parent.with(Span.fromContext(server.context()));
        propagator.inject(caller, request, writer);
        return HttpSpan.excluded(caller, rules, line);
      }
      SpanBuilder builder =
          tracer.spanBuilder(line.method()).setParent(parent).setSpanKind(SpanKind.CLIENT);
      HttpSemantics.method(builder, line.method(), method);
      HttpSemantics.onClientStart(builder, line.target(), rules.settings().urls.url(uri));
      HttpSpan span = new HttpSpan(builder.startSpan(), parent, rules, line);
      propagator.inject(span.context(), request, writer);
      return span;
    } catch (RuntimeException broken) {
      Instrumentation.reportOnce(broken);
      return HttpSpan.excluded(parent, rules, RequestLine.UNKNOWN);
    }
  }
}

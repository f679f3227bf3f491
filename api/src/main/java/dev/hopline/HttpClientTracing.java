// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.net.URI;

/** Starts the CLIENT span of a call and injects its context into the request. Thread-safe. */
public final class HttpClientTracing {
  private final boolean joined;
  private final HttpRules rules;
  private final Tracer tracer;
  private final Outgoing outgoing;

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
    this.rules = new HttpRules(HttpSemantics.CLIENT, settings, null);
    this.tracer = Instrumentation.tracer(openTelemetry);
    this.outgoing =
        new Outgoing(openTelemetry.getPropagators().getTextMapPropagator(), settings.propagateTo);
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
    RequestLine line = RequestLine.ofCall(rules.settings().methodName(method));
    if (joined) {
      return HttpSpan.excluded(parent, rules, line);
    }
    try {
      URI uri = writer.uri(request);
      String host = HostHeader.name(uri);
      HttpSpan server = HttpSpan.of(parent);
      if (server != null && server.orphans(Span.fromContext(parent).getSpanContext())) {
        Context caller = parent.with(Span.fromContext(server.context()));
        outgoing.inject(caller, request, writer, host);
        return HttpSpan.excluded(caller, rules, line);
      }
      if (!writer.isTraced(request) || rules.settings().excludedHosts.matches(host)) {
        outgoing.inject(parent, request, writer, host);
        return HttpSpan.excluded(parent, rules, line);
      }
      HttpSpan span = new HttpSpan(span(parent, request, writer, line), parent, rules, line);
      outgoing.inject(span.context(), request, writer, host);
      return span;
    } catch (RuntimeException broken) {
      Instrumentation.reportOnce(broken);
      return HttpSpan.excluded(parent, rules, line);
    }
  }

  private <R> Span span(
      Context parent, R request, HttpClientRequest<? super R> writer, RequestLine line) {
    URI uri = writer.uri(request);
    String template = writer.urlTemplate(request);
    String name = template == null ? line.method() : line.method() + ' ' + template;
    SpanBuilder span = tracer.spanBuilder(name).setParent(parent).setSpanKind(SpanKind.CLIENT);
    HttpSemantics.method(span, line.method(), writer.method(request));
    HttpSemantics.onClientStart(span, uri, rules.settings().urls.url(uri), template);
    HeaderCapture headers = rules.settings().calls.requestHeaders();
    if (!headers.isEmpty()) {
      headers.onRequest(span, request, writer::header);
    }
    return span.startSpan();
  }
}

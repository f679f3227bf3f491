// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import com.google.errorprone.annotations.MustBeClosed;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.net.URI;
import java.util.Map;

/** Starts the CLIENT span of a call and injects its context into the request. Thread-safe. */
public final class HttpClientTracing {
  private final boolean joined;
  private final HttpRules rules;
  private final Tracer tracer;
  private final Outgoing outgoing;

  /** Makes all spans itself. */
  HttpClientTracing(OpenTelemetry openTelemetry, HttpSettings settings) {
    this(openTelemetry, settings, new LastResort(), false);
  }

  /**
   * Starts spans.
   *
   * @param joined whether another tracing makes the spans of calls: then this makes none
   */
  HttpClientTracing(
      OpenTelemetry openTelemetry, HttpSettings settings, LastResort lastResort, boolean joined) {
    this.joined = joined;
    this.rules =
        new HttpRules(
            HttpSemantics.CLIENT,
            settings,
            joined ? null : RequestDuration.ofClient(openTelemetry),
            lastResort);
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
    String name = rules.methodName(method);
    if (joined) {
      return HttpSpan.excluded(parent, rules, RequestKind.UNKNOWN);
    }
    try {
      URI uri = writer.uri(request);
      String host = HostHeader.name(uri);
      RequestKind kind = rules.lastKind().of(name, uri.getScheme(), null, HostHeader.of(uri));
      HttpSpan server = HttpSpan.of(parent);
      if (server != null && server.orphans(Span.fromContext(parent).getSpanContext())) {
        Context caller = parent.with(Span.fromContext(server.context()));
        outgoing.inject(caller, request, writer, host);
        return HttpSpan.excluded(caller, rules, kind);
      }
      if (!writer.isTraced(request) || rules.settings().excludedHosts.matches(host)) {
        outgoing.inject(parent, request, writer, host);
        return HttpSpan.excluded(parent, rules, kind);
      }
      HttpSpan span = new HttpSpan(span(parent, request, writer, kind), parent, rules, kind);
      outgoing.inject(span.context(), request, writer, host);
      return span;
    } catch (RuntimeException broken) {
      Instrumentation.reportOnce(broken);
      return HttpSpan.excluded(parent, rules, RequestKind.UNKNOWN);
    }
  }

  private <R> Span span(
      Context parent, R request, HttpClientRequest<? super R> writer, RequestKind kind) {
    String template = writer.urlTemplate(request);
    String name = template == null ? kind.method() : rules.names().of(kind.method(), template);
    SpanBuilder span = tracer.spanBuilder(name).setParent(parent).setSpanKind(SpanKind.CLIENT);
    HttpSemantics.method(span, kind.method(), writer.method(request));
    String url = rules.settings().urls.url(writer.uri(request));
    HttpSemantics.onClientStart(span, kind.target(), url, template);
    HttpSemantics.resent(span, Attempt.resends(parent, writer.method(request), url));
    HeaderCapture headers = rules.settings().calls.requestHeaders();
    if (!headers.isEmpty()) {
      headers.onRequest(span, request, writer::header);
    }
    return span.startSpan();
  }

  /**
   * Opens a scope, to be closed on this thread, whose calls belong to the next attempt of an
   * invocation that may be retried: those that an earlier attempt has made are resent.
   *
   * @param invocation what belongs to the invocation and is the same map in each of its attempts
   */
  @MustBeClosed
  public static Scope openAttempt(Map<String, Object> invocation) {
    Context context = Context.current();
    return context.with(Attempt.next(invocation, context)).makeCurrent();
  }

  /**
   * Sees to it that a call is ended on a client that may tell nobody that it has failed: when the
   * token is garbage, when tracing closes, or, if the call never leaves this thread, at the latest
   * when the thread ends the server span of the request that it is made for.
   *
   * @param staysOnThread whether this thread works for nothing but the call until the call is over
   * @param token what is reachable as long as the call may still be ended
   * @param giveUp ends the call, see {@link HttpSpan#giveUp}; must not reach the token
   * @return to be run when the call has ended
   */
  public Runnable watch(Context parent, boolean staysOnThread, Object token, Runnable giveUp) {
    return rules.lastResort().watch(staysOnThread ? HttpSpan.of(parent) : null, token, giveUp);
  }
}

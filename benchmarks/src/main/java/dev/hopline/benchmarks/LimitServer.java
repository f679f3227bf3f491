// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import org.jspecify.annotations.Nullable;

/** One SERVER span with the stable HTTP attributes around the handler, written by hand. */
final class LimitServer implements Instrument {
  static final AttributeKey<String> METHOD = stringKey("http.request.method");
  static final AttributeKey<Long> STATUS = longKey("http.response.status_code");
  static final AttributeKey<String> ADDRESS = stringKey("server.address");
  static final AttributeKey<Long> PORT = longKey("server.port");
  private static final AttributeKey<String> ROUTE = stringKey("http.route");
  private static final AttributeKey<String> SCHEME = stringKey("url.scheme");
  private static final AttributeKey<String> PATH = stringKey("url.path");
  private static final AttributeKey<String> USER_AGENT = stringKey("user_agent.original");

  private final OpenTelemetry openTelemetry;
  private final Tracer tracer;
  private final TextMapPropagator propagator;
  private final @Nullable DoubleHistogram duration;

  LimitServer(OpenTelemetry openTelemetry, boolean metrics) {
    this.openTelemetry = openTelemetry;
    this.tracer = openTelemetry.getTracer("limit");
    this.propagator = openTelemetry.getPropagators().getTextMapPropagator();
    this.duration = metrics ? duration(openTelemetry, "server") : null;
  }

  static DoubleHistogram duration(OpenTelemetry openTelemetry, String side) {
    return openTelemetry
        .getMeter("limit")
        .histogramBuilder("http." + side + ".request.duration")
        .setUnit("s")
        .build();
  }

  @Override
  public OpenTelemetry openTelemetry() {
    return openTelemetry;
  }

  @Override
  public Exchange around(Exchange handler) {
    return call -> traced(call, handler);
  }

  private int traced(Call call, Exchange handler) {
    long start = duration == null ? 0 : System.nanoTime();
    Context parent = propagator.extract(Context.root(), call, Headers.INSTANCE);
    Span span = start(call, parent);
    Context context = parent.with(span);
    int status;
    try (Scope ignored = context.makeCurrent()) {
      status = handler.exchange(call);
    }
    span.setAttribute(STATUS, (long) status);
    if (duration != null) {
      duration.record((System.nanoTime() - start) / 1e9, measured(call, status), context);
    }
    span.end();
    return status;
  }

  private Span start(Call call, Context parent) {
    SpanBuilder span =
        tracer
            .spanBuilder(call.name())
            .setParent(parent)
            .setSpanKind(SpanKind.SERVER)
            .setAttribute(METHOD, call.method())
            .setAttribute(SCHEME, "http")
            .setAttribute(PATH, call.path())
            .setAttribute(ADDRESS, Call.HOST)
            .setAttribute(PORT, Call.PORT)
            .setAttribute(USER_AGENT, Call.USER_AGENT);
    if (call.route() != null) {
      span.setAttribute(ROUTE, call.route());
    }
    return span.startSpan();
  }

  private static Attributes measured(Call call, int status) {
    return Attributes.of(
        METHOD, call.method(), SCHEME, "http", STATUS, (long) status, ROUTE, call.route());
  }

  /** Reads the headers of a call. */
  enum Headers implements TextMapGetter<Call> {
    INSTANCE;

    @Override
    public Iterable<String> keys(Call call) {
      return call.headers().keySet();
    }

    @Override
    public @Nullable String get(@Nullable Call call, String key) {
      return call == null ? null : call.header(key);
    }
  }
}

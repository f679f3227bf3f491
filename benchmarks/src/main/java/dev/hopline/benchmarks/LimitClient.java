// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import static dev.hopline.benchmarks.LimitServer.ADDRESS;
import static dev.hopline.benchmarks.LimitServer.METHOD;
import static dev.hopline.benchmarks.LimitServer.PORT;
import static dev.hopline.benchmarks.LimitServer.STATUS;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import jakarta.ws.rs.client.Invocation;
import org.jspecify.annotations.Nullable;

/** One CLIENT span with the stable HTTP attributes around the call, written by hand. */
final class LimitClient implements Instrument {
  private static final AttributeKey<String> URL = AttributeKey.stringKey("url.full");

  private final Tracer tracer;
  private final TextMapPropagator propagator;
  private final @Nullable DoubleHistogram duration;

  LimitClient(OpenTelemetry openTelemetry, boolean metrics) {
    this.tracer = openTelemetry.getTracer("limit");
    this.propagator = openTelemetry.getPropagators().getTextMapPropagator();
    this.duration = metrics ? LimitServer.duration(openTelemetry, "client") : null;
  }

  @Override
  public Exchange around(Exchange client) {
    Caller caller = (Caller) client;
    return call -> traced(call, caller);
  }

  private int traced(Call call, Caller caller) {
    long start = duration == null ? 0 : System.nanoTime();
    Span span =
        tracer
            .spanBuilder(call.method())
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute(METHOD, call.method())
            .setAttribute(URL, Call.ORIGIN + call.path())
            .setAttribute(ADDRESS, Call.HOST)
            .setAttribute(PORT, Call.PORT)
            .startSpan();
    Context context = Context.current().with(span);
    Invocation.Builder request = caller.request(call);
    propagator.inject(context, request, Invocation.Builder::header);
    int status = Caller.send(request);
    span.setAttribute(STATUS, (long) status);
    if (duration != null) {
      duration.record((System.nanoTime() - start) / 1e9, measured(call, status), context);
    }
    span.end();
    return status;
  }

  private static Attributes measured(Call call, int status) {
    return Attributes.of(
        METHOD, call.method(), ADDRESS, Call.HOST, PORT, Call.PORT, STATUS, (long) status);
  }
}

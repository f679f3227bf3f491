// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.HashMap;
import java.util.Map;

/** How tracing is configured, and what its caller has decided. */
public enum Mode {
  /** Recorded, as a child of a sampled caller, and dropped at its end. */
  SAMPLED("parentbased_always_on"),
  /** The service samples nothing. */
  ALWAYS_OFF("always_off"),
  /** The caller has decided that the trace is not sampled. */
  UNSAMPLED_PARENT("parentbased_always_on"),
  /** {@code otel.sdk.disabled=true}. */
  DISABLED("parentbased_always_on"),
  /** With a batch of the SDK's, whose exporter drops what it gets. */
  BATCH("parentbased_always_on"),
  /** With the duration of each request in a histogram. */
  METRICS("parentbased_always_on");

  static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
  static final String SPAN_ID = "00f067aa0ba902b7";

  private final String sampler;

  Mode(String sampler) {
    this.sampler = sampler;
  }

  /** The same for all that build an SDK. */
  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("otel.service.name", "benchmark");
    settings.put("otel.traces.sampler", sampler);
    settings.put("otel.traces.exporter", this == BATCH ? Discard.NAME : "none");
    settings.put("otel.metrics.exporter", this == METRICS ? Discard.NAME : "none");
    settings.put("otel.metric.export.interval", "3600000");
    settings.put("otel.logs.exporter", "none");
    settings.put("otel.sdk.disabled", Boolean.toString(this == DISABLED));
    return settings;
  }

  String traceparent() {
    return "00-" + TRACE_ID + '-' + SPAN_ID + (sampledParent() ? "-01" : "-00");
  }

  /** The same in the one header that Brave reads by default. */
  Map<String, String> b3() {
    return Map.of("b3", TRACE_ID + '-' + SPAN_ID + (sampledParent() ? "-1" : "-0"));
  }

  /** Makes the caller's span current on this thread. */
  Scope makeCurrent() {
    TraceFlags flags = sampledParent() ? TraceFlags.getSampled() : TraceFlags.getDefault();
    SpanContext caller =
        SpanContext.createFromRemoteParent(TRACE_ID, SPAN_ID, flags, TraceState.getDefault());
    return Context.root().with(Span.wrap(caller)).makeCurrent();
  }

  private boolean sampledParent() {
    return this != UNSAMPLED_PARENT;
  }

  /** Whether there is to be a span at all. */
  boolean records() {
    return this != ALWAYS_OFF && this != UNSAMPLED_PARENT && this != DISABLED;
  }
}

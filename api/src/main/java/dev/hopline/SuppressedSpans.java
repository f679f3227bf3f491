// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.trace.IdGenerator;

/**
 * Spans that were started and then taken back. The SDK cannot forget a span, so it carries a mark,
 * by which exporters leave it out. The mark is a name, as a full span takes no more attributes.
 */
final class SuppressedSpans {
  private static final String NAME = "hopline.suppressed";

  private static final IdGenerator IDS = IdGenerator.random();

  private SuppressedSpans() {}

  static void mark(Span span) {
    span.updateName(NAME);
  }

  static boolean isMarked(String name, InstrumentationScopeInfo scope) {
    return name.equals(NAME) && scope.getName().equals(Instrumentation.SCOPE);
  }

  /**
   * Stands in for a caller that there is not: samplers that look at the parent, here and in the
   * services that are called, stay silent below it.
   */
  static Span unsampled() {
    return Span.wrap(
        SpanContext.create(
            IDS.generateTraceId(),
            IDS.generateSpanId(),
            TraceFlags.getDefault(),
            TraceState.getDefault()));
  }
}

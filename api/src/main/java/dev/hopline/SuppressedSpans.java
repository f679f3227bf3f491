// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
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

  static void end(Span span) {
    try {
      span.updateName(NAME);
      span.end();
    } catch (RuntimeException broken) {
      Instrumentation.reportOnce(broken);
    }
  }

  static boolean isMarked(String name, InstrumentationScopeInfo scope) {
    return name.equals(NAME) && scope.getName().equals(Instrumentation.SCOPE);
  }

  /**
   * The caller's span, or one that is not sampled if there is no caller: samplers that look at the
   * parent, here and in the services that are called, stay silent below.
   */
  static Span caller(Context parent) {
    Span caller = Span.fromContext(parent);
    if (caller.getSpanContext().isValid()) {
      return caller;
    }
    SpanContext unsampled =
        SpanContext.create(
            IDS.generateTraceId(),
            IDS.generateSpanId(),
            TraceFlags.getDefault(),
            TraceState.getDefault());
    return Span.wrap(unsampled);
  }
}

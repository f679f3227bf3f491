// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.api.trace.SpanKind;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link SpanTree} shows of one ended span.
 *
 * @param traceId the trace's id, 32 hexadecimal digits
 * @param spanId the span's id, 16 hexadecimal digits
 * @param parentSpanId the parent's id, or null when the span starts the trace
 * @param service {@code service.name}
 * @param name the span's name
 * @param kind the span's kind
 * @param startNanos start in nanoseconds since the epoch
 * @param endNanos end in nanoseconds since the epoch
 * @param error whether the span's status is ERROR
 * @param status a short text such as {@code 500} or {@code IllegalStateException}, or null
 */
public record TreeSpan(
    String traceId,
    String spanId,
    @Nullable String parentSpanId,
    String service,
    String name,
    SpanKind kind,
    long startNanos,
    long endNanos,
    boolean error,
    @Nullable String status) {

  /** The time from start to end in nanoseconds; zero when the clock stepped back in between. */
  public long durationNanos() {
    return Math.max(0, endNanos - startNanos);
  }
}

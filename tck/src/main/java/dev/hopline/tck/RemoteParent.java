// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.util.concurrent.ThreadLocalRandom;

/**
 * A span of the caller's, as a request names it. Sampled.
 *
 * @param traceId 32 hex digits
 * @param spanId 16 hex digits
 */
public record RemoteParent(String traceId, String spanId) {
  /** A parent that nobody else has. */
  public static RemoteParent random() {
    return new RemoteParent(hex() + hex(), hex());
  }

  private static String hex() {
    // Zeros alone would be no id.
    return "%016x".formatted(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
  }

  /** The value of the W3C header. */
  public String traceparent() {
    return "00-" + traceId + "-" + spanId + "-01";
  }

  /** The value of the W3C header for a trace that is not sampled. */
  public String unsampled() {
    return "00-" + traceId + "-" + spanId + "-00";
  }

  /** Whether the span continues this one. */
  public boolean isParentOf(ReceivedSpan span) {
    return span.traceId().equals(traceId) && span.parentSpanId().equals(spanId);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Map;
import java.util.TreeMap;

/** A span that has ended, as far as it is checked. */
record Evidence(String kind, String traceId, String parentId, Map<String, String> attributes) {
  /** Throws when something is not as it has to be. */
  static void require(boolean right, String what) {
    if (!right) {
      throw new IllegalStateException("not as it has to be: " + what);
    }
  }

  static Evidence of(SpanData span) {
    Map<String, String> attributes = new TreeMap<>();
    span.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), value.toString()));
    return new Evidence(
        span.getKind().name(), span.getTraceId(), span.getParentSpanId(), attributes);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

import dev.hopline.tck.OtlpReceiver;
import dev.hopline.tck.ReceivedSpan;
import io.opentelemetry.api.trace.StatusCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the receiver has got of one load. Thread-safe. */
final class Arrivals {
  /** What is kept of a span. */
  private record Seen(String trace, String span, String parent, boolean failed) {}

  private final List<Seen> spans = new ArrayList<>();
  private final List<byte[]> exports = new ArrayList<>();

  /** Listens from now on, to all loads. */
  void listenTo(OtlpReceiver receiver) {
    receiver.onBody(this::add).onSpan(this::add);
  }

  private synchronized void add(byte[] export) {
    exports.add(export);
  }

  private synchronized void add(ReceivedSpan span) {
    boolean failed = span.status() == StatusCode.ERROR;
    spans.add(new Seen(span.traceId(), span.spanId(), span.parentSpanId(), failed));
  }

  /** Forgets the load before. */
  synchronized void clear() {
    spans.clear();
    exports.clear();
  }

  /** Counts what has come. */
  synchronized Arrived count() {
    Map<String, Set<String>> ids = new HashMap<>();
    spans.forEach(s -> ids.computeIfAbsent(s.trace(), id -> new HashSet<>()).add(s.span()));
    long roots = spans.stream().filter(s -> s.parent().isEmpty()).count();
    long orphans =
        spans.stream()
            .filter(s -> !s.parent().isEmpty() && !ids.get(s.trace()).contains(s.parent()))
            .count();
    long failed = spans.stream().filter(Seen::failed).map(Seen::trace).distinct().count();
    long distinct = ids.values().stream().mapToLong(Set::size).sum();
    long bytes = exports.stream().mapToLong(body -> body.length).sum();
    return new Arrived(
        new Arrived.Traces(ids.size(), roots, orphans, failed),
        new Arrived.Spans(spans.size(), distinct),
        exports.size(),
        bytes);
  }

  /** Measures the spans of each kind, and all. */
  synchronized WireSizes sizes() {
    return WireSizes.of(exports);
  }
}

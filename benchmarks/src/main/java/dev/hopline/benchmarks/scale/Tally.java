// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

import io.opentelemetry.api.trace.Span;

/** Counts what has ended and is to be exported. Not thread-safe: a timeline has one thread. */
final class Tally {
  private long requests;
  private long traces;
  private long spans;

  /** The span of a request from outside, which starts a trace. */
  void endedTrace(Span span) {
    requests++;
    traces += span.getSpanContext().isSampled() ? 1 : 0;
  }

  void ended(Span span) {
    spans += span.getSpanContext().isSampled() ? 1 : 0;
  }

  /** What was sent, see there. */
  Sent sent(long replayNanos, long nanos, long cpuNanos) {
    return new Sent(requests, traces, spans, replayNanos, nanos, cpuNanos);
  }
}

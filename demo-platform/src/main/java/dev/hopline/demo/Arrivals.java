// SPDX-License-Identifier: Apache-2.0
package dev.hopline.demo;

import dev.hopline.tck.ReceivedSpan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The spans received, by trace. Thread-safe. */
final class Arrivals implements Consumer<ReceivedSpan> {
  private static final long QUIET_MILLIS = 1000;

  private final Map<String, List<ReceivedSpan>> traces = new HashMap<>();

  @Override
  public synchronized void accept(ReceivedSpan span) {
    traces.computeIfAbsent(span.traceId(), id -> new ArrayList<>()).add(span);
    notifyAll();
  }

  /**
   * Waits until a trace is complete.
   *
   * @param hops the services that were called, each as often as it was
   * @throws DemoFailure if the trace is not complete in time; it says what is missing
   */
  synchronized Trace await(String traceId, List<String> hops, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      Trace trace = new Trace(List.copyOf(traces.getOrDefault(traceId, List.of())));
      List<String> missing = trace.missing(hops);
      if (missing.isEmpty()) {
        traces.remove(traceId);
        return trace;
      }
      long millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
      if (millis <= 0) {
        throw new DemoFailure(
            "trace %s is incomplete after %d s: no %s"
                .formatted(traceId, limit.toSeconds(), String.join(", no ", missing)));
      }
      await(millis);
    }
  }

  /** Waits until any trace is complete as far as can be told: no parent is missing for a second. */
  synchronized Trace awaitOther() {
    while (true) {
      await(QUIET_MILLIS);
      for (Map.Entry<String, List<ReceivedSpan>> entry : traces.entrySet()) {
        Trace trace = new Trace(List.copyOf(entry.getValue()));
        if (trace.missing(List.of()).isEmpty() && isQuiet(trace)) {
          traces.remove(entry.getKey());
          return trace;
        }
      }
    }
  }

  private static boolean isQuiet(Trace trace) {
    long end = trace.spans().stream().mapToLong(ReceivedSpan::endNanos).max().orElse(0);
    return TimeUnit.NANOSECONDS.toMillis(end) + QUIET_MILLIS < System.currentTimeMillis();
  }

  private void await(long millis) {
    try {
      wait(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("interrupted");
    }
  }
}

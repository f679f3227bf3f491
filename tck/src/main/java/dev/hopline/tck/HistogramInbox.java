// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The histograms of one process as its last export has them. Exports are cumulative, so the last
 * one has all. Thread-safe.
 *
 * <p>What is recorded before a call of {@link #collect} is in what it returns, if process and test
 * share a clock: it waits for an export that was collected later. The process should export often:
 * see {@link #INTERVAL}.
 */
public final class HistogramInbox {
  /** A value of {@code otel.metric.export.interval}, in milliseconds, that keeps tests quick. */
  public static final String INTERVAL = "50";

  private List<ReceivedHistogram> last = List.of();

  private HistogramInbox() {}

  /** An inbox that has what the receiver gets from now on. */
  public static HistogramInbox of(OtlpReceiver receiver) {
    HistogramInbox inbox = new HistogramInbox();
    receiver.onHistograms(inbox::accept);
    return inbox;
  }

  private synchronized void accept(List<ReceivedHistogram> export) {
    if (!export.isEmpty()) {
      last = export;
      notifyAll();
    }
  }

  /** All series of a histogram, with all that was recorded up to now. */
  public List<ReceivedHistogram> collect(String name) {
    long now = nanos(Instant.now());
    return await("of " + name, series -> series.timeNanos() > now && series.name().equals(name));
  }

  private synchronized List<ReceivedHistogram> await(
      String what, Predicate<ReceivedHistogram> wanted) {
    long deadline = System.nanoTime() + SpanInbox.LIMIT.toNanos();
    while (last.stream().noneMatch(wanted)) {
      long millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
      if (millis <= 0) {
        throw new AssertionError(
            "no histogram %s within %d s; the last export has %s"
                .formatted(what, SpanInbox.LIMIT.toSeconds(), last));
      }
      try {
        wait(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted while waiting for histograms", e);
      }
    }
    return last.stream().filter(wanted).toList();
  }

  private static long nanos(Instant time) {
    return TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
  }
}

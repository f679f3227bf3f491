// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.load;

import dev.hopline.tck.OtlpReceiver;
import dev.hopline.tck.ReceivedSpan;
import io.opentelemetry.api.trace.SpanKind;
import java.util.concurrent.TimeUnit;

/** Counts the spans of one process. Thread-safe. */
final class Received {
  /** Longer than a batch waits by default, 5 s. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(6);

  private long servers;
  private long others;
  private long last = System.nanoTime();

  Received(OtlpReceiver receiver) {
    receiver.onSpan(this::add);
  }

  private synchronized void add(ReceivedSpan span) {
    if (span.kind() == SpanKind.SERVER) {
      servers++;
    } else {
      others++;
    }
    last = System.nanoTime();
    notifyAll();
  }

  /**
   * Waits until there are as many, or nothing comes any more.
   *
   * @return how many of requests there are then
   * @throws IllegalStateException if there are others
   */
  synchronized long await(long most) throws InterruptedException {
    long asked = System.nanoTime();
    while (servers < most) {
      long left = PATIENCE_NANOS - (System.nanoTime() - Math.max(asked, last));
      if (left <= 0) {
        break;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    if (others > 0) {
      throw new IllegalStateException(others + " spans that are not of requests");
    }
    return servers;
  }
}

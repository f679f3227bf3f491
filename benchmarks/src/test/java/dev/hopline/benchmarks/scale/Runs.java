// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

import java.util.Map;

/** Runs for tests, of whole traces. */
final class Runs {
  private Runs() {}

  static Run of(long requests, long traces, long ended, long arrivedSpans) {
    return new Run(
        Load.of(true, 1, 1, Map.of()),
        new Sent(requests, traces, ended, 1_000_000_000, 2_000_000_000, 5_000_000),
        new Arrived(
            new Arrived.Traces(traces, traces, 0, 5),
            new Arrived.Spans(arrivedSpans, arrivedSpans),
            2,
            1));
  }

  /** The same with other traces. */
  static Run with(Arrived.Traces traces, Run run) {
    Arrived arrived = run.arrived();
    return new Run(
        run.load(),
        run.sent(),
        new Arrived(traces, arrived.spans(), arrived.exports(), arrived.bytes()));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

import java.util.List;

/**
 * What was measured.
 *
 * @param sizes of spans, all sampled
 * @param sampled the same requests at several ratios, the first of which is 1
 * @param pressed one process at rising rates
 */
record Figures(WireSizes sizes, List<Sampled> sampled, Cost cost, List<Pressed> pressed) {
  /** Five services with a sampler by ratio. */
  record Sampled(double ratio, Run run) {
    double spansPerTrace() {
      return (double) run.sent().spans() / run.sent().traces();
    }
  }

  /** Microseconds of CPU for a span: not exported, exported, and exported with gzip. */
  record Cost(double none, double plain, double gzip) {
    double ofExport() {
      return plain - none;
    }

    double ofExportWithGzip() {
      return gzip - none;
    }
  }

  /** One process, made to export more than it can. */
  record Pressed(Run plain, Run gzip) {}

  private Sampled all() {
    return sampled.get(0);
  }

  double spansPerTrace() {
    return all().spansPerTrace();
  }

  /** How many services a trace crosses, each as often as it does: each has one SERVER span. */
  double requestsPerTrace() {
    long spans = List.of(SpanGroup.SERVER, SpanGroup.FAILED).stream().mapToLong(this::spans).sum();
    return (double) spans / all().run().sent().traces();
  }

  /** Those of one request at one service: its own, of its methods and of its calls. */
  double spansPerRequest() {
    return spansPerTrace() / requestsPerTrace();
  }

  private long spans(SpanGroup group) {
    return sizes.groups().get(group).spans();
  }

  /** The share of traces that have an error. */
  double failedShare() {
    Arrived.Traces traces = all().run().arrived().traces();
    return (double) traces.failed() / traces.count();
  }

  /** The highest rate of spans up to which one process lost none; 0 if it always did. */
  double mostWithoutLoss() {
    return pressed.stream()
        .map(Pressed::plain)
        .takeWhile(run -> run.dropped() == 0)
        .mapToDouble(Run::endedPerSecond)
        .max()
        .orElse(0);
  }
}

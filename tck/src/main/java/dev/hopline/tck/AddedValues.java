// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

/** The values of a histogram that came since the last reset, by the attributes of their series. */
final class AddedValues {
  private final HistogramInbox histograms;
  private final String name;
  private Map<Map<String, Object>, Long> before = Map.of();

  AddedValues(HistogramInbox histograms, String name) {
    this.histograms = histograms;
    this.name = name;
  }

  /** Counts from now on. Before the first value of all there is no histogram to wait for. */
  void reset() {
    before = counts();
  }

  /** How many values were added to which series, when so many have come in all. */
  Map<Map<String, Object>, Long> take(int values) {
    long deadline = System.nanoTime() + SpanInbox.LIMIT.toNanos();
    while (true) {
      Map<Map<String, Object>, Long> added = counts();
      before.forEach((series, count) -> added.merge(series, -count, Long::sum));
      added.values().removeIf(count -> count == 0);
      long sum = added.values().stream().mapToLong(Long::longValue).sum();
      // A response may be here before the end of its request is counted.
      if (sum >= values || System.nanoTime() > deadline) {
        assertThat(sum).as("values added to %s", added).isEqualTo(values);
        return added;
      }
    }
  }

  private Map<Map<String, Object>, Long> counts() {
    Map<Map<String, Object>, Long> counts = new HashMap<>();
    for (ReceivedHistogram series : histograms.collect(name)) {
      assertThat(counts.put(series.attributes(), series.count()))
          .as("another series of %s", series.attributes())
          .isNull();
    }
    return counts;
  }
}

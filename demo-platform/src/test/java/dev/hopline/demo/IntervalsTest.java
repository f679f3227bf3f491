// SPDX-License-Identifier: Apache-2.0
package dev.hopline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.demo.Intervals.Interval;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IntervalsTest {
  @Test
  void union_countsOverlapsOnce() {
    assertThat(of(10, 20, 15, 30, 40, 50, 30, 32).nanos()).isEqualTo(32);
    assertThat(of(10, 50, 20, 30)).isEqualTo(of(10, 50));
  }

  @Test
  void union_leavesOutWhatIsEmpty() {
    assertThat(of(5, 5, 9, 3).list()).isEmpty();
  }

  @Test
  void minus_leavesWhatTheOthersDoNotCover() {
    assertThat(of(0, 100).minus(of(10, 20, 30, 40))).isEqualTo(of(0, 10, 20, 30, 40, 100));
    assertThat(of(10, 20, 30, 40).minus(of(15, 35))).isEqualTo(of(10, 15, 35, 40));
    assertThat(of(10, 20).minus(of(0, 5, 25, 30))).isEqualTo(of(10, 20));
    assertThat(of(10, 20).minus(of(0, 30)).list()).isEmpty();
  }

  private static Intervals of(long... bounds) {
    return Intervals.of(
        Stream.iterate(0, i -> i < bounds.length, i -> i + 2)
            .map(i -> new Interval(bounds[i], bounds[i + 1])));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RunTest {
  private static final Run RIGHT = Runs.of(1_000, 100, 1_000, 1_000);

  @Test
  void allThatHasEndedHasArrived() {
    assertThatCode(RIGHT::requireAll).doesNotThrowAnyException();
    fails(Runs.of(1_000, 100, 1_000, 999)::requireAll, "not as many spans");
    fails(Runs.of(1_000, 100, 1_000, 1_001)::requireAll, "not as many spans");
  }

  @Test
  void traces_areWhole() {
    fails(Runs.with(new Arrived.Traces(99, 100, 0, 0), RIGHT)::requireAll, "not as many traces");
    fails(Runs.with(new Arrived.Traces(100, 99, 0, 0), RIGHT)::requireAll, "one root");
    fails(Runs.with(new Arrived.Traces(100, 100, 1, 0), RIGHT)::requireAll, "a hole");
  }

  @Test
  void someMayBeDropped_noneAdded() {
    assertThat(Runs.of(1_000, 100, 1_000, 400).requireNoMore().dropped()).isEqualTo(600);
    fails(Runs.of(1_000, 100, 1_000, 1_001)::requireNoMore, "more spans");
  }

  @Test
  void ratio_isThatOfTheSampler() {
    assertThatCode(() -> RIGHT.requireRatio(0.1)).doesNotThrowAnyException();
    fails(() -> RIGHT.requireRatio(0.2), "the share");
    fails(() -> RIGHT.requireRatio(1), "the share");
  }

  @Test
  void rates_areThoseOfTheTimeThatItTook() {
    assertThat(RIGHT.endedPerSecond()).isEqualTo(1_000);
    assertThat(RIGHT.arrivedPerSecond()).isEqualTo(500);
    assertThat(RIGHT.spansPerExport()).isEqualTo(500);
    assertThat(RIGHT.cpuMicrosPerSpan()).isEqualTo(5);
    assertThat(RIGHT.cpuMicrosPerRequest()).isEqualTo(5);
  }

  private static void fails(ThrowingCallable check, String message) {
    assertThatThrownBy(check)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(message);
  }
}

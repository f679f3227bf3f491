// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SizingTest {
  private static final Offset<Double> NEAR = within(1e-6);

  /** A hundred traces of ten spans, five of them SERVER, and five traces with an error. */
  private static final Figures FIGURES =
      new Figures(
          new WireSizes(
              Map.of(
                  SpanGroup.SERVER, new WireSizes.Size(495, 0, 0),
                  SpanGroup.FAILED, new WireSizes.Size(5, 0, 0),
                  SpanGroup.CLIENT, new WireSizes.Size(400, 0, 0),
                  SpanGroup.INTERNAL, new WireSizes.Size(100, 0, 0)),
              new WireSizes.Size(1_000, 400_000, 50_000)),
          List.of(new Figures.Sampled(1, Runs.of(100, 100, 1_000, 1_000))),
          new Figures.Cost(10, 14, 22),
          List.of());

  private static final Sizing THOUSAND =
      new Sizing(FIGURES, new Assumptions(50, 20, 20_000, 10, 3, 0.01), 1_000);

  @Test
  void rates_comeFromRequests() {
    assertThat(THOUSAND.requestsPerSecond()).isEqualTo(50_000);
    assertThat(THOUSAND.tracesPerSecond()).isCloseTo(10_000, NEAR);
    assertThat(THOUSAND.spansPerSecond()).isCloseTo(100_000, NEAR);
  }

  @Test
  void networkAndProcessors_comeFromSpans() {
    assertThat(THOUSAND.bytesPerSecond()).isCloseTo(40_000_000, NEAR);
    assertThat(THOUSAND.gzipPerSecond()).isCloseTo(5_000_000, NEAR);
    assertThat(THOUSAND.exportCores()).isCloseTo(0.4, NEAR);
    assertThat(THOUSAND.exportCoresWithGzip()).isCloseTo(1.2, NEAR);
  }

  @Test
  void agentsAndGateways_areWhole() {
    assertThat(THOUSAND.agents()).isEqualTo(50);
    assertThat(THOUSAND.gateways()).isEqualTo(5);
    assertThat(new Sizing(FIGURES, THOUSAND.assumptions(), 10).gateways()).isEqualTo(1);
    assertThat(new Sizing(FIGURES, THOUSAND.assumptions(), 21).agents()).isEqualTo(2);
  }

  @Test
  void gateway_holdsWhatComesWhileItWaits() {
    assertThat(THOUSAND.tracesHeld()).isCloseTo(20_000, NEAR);
    assertThat(THOUSAND.buffer()).isCloseTo(240_000_000, NEAR);
  }

  @Test
  void kept_areErrorsAndAShareOfTheOthers() {
    assertThat(THOUSAND.keptShare()).isCloseTo(0.05 + 0.95 * 0.01, NEAR);
    assertThat(THOUSAND.storedPerDay(0.5)).isCloseTo(216_000_000_000.0, within(1.0));
  }

  @Test
  void mostWithoutLoss_isBelowTheFirstLoss() {
    List<Figures.Pressed> pressed =
        Stream.of(
                Runs.of(1, 1, 100, 100), Runs.of(1, 1, 200, 200), lossy(), Runs.of(1, 1, 500, 500))
            .map(run -> new Figures.Pressed(run, run))
            .toList();

    assertThat(figures(pressed).mostWithoutLoss()).isEqualTo(200);
    assertThat(figures(pressed.subList(2, 4)).mostWithoutLoss()).isZero();
  }

  private static Run lossy() {
    return Runs.of(1, 1, 400, 399);
  }

  private static Figures figures(List<Figures.Pressed> pressed) {
    return new Figures(FIGURES.sizes(), FIGURES.sampled(), FIGURES.cost(), pressed);
  }

  @Test
  void bytes_areWrittenShort() {
    assertThat(List.of(0.0, 999.0, 1_000.0, 12_345.0, 999_600.0, 4.4e9, 52e12))
        .map(Tables::bytes)
        .containsExactly("0 B", "999 B", "1.0 kB", "12 kB", "1.0 MB", "4.4 GB", "52 TB");
  }

  @Test
  void tables_haveARowForEachSize() {
    assertThat(new Tables(FIGURES, THOUSAND.assumptions()).toString())
        .contains("| 1,000 | 100,000 | 100 | 40 MB/s | 5.0 MB/s | 0.40 | 1.20 | 432 GB |")
        .contains("| 100,000 | 10,000,000 | 100 | 4.0 GB/s | 500 MB/s | 40 | 120 | 43 TB |")
        .contains("| 1,000 | 50 | 2,000 | 5 | 20,000 | 240 MB | 5,950 | 26 GB |");
  }
}

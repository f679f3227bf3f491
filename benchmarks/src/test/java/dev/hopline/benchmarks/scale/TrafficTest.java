// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.tck.OtlpReceiver;
import dev.hopline.tck.ReceivedSpan;
import io.opentelemetry.api.trace.SpanKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A short replay, by the real exporter. */
class TrafficTest {
  private final Arrivals arrivals = new Arrivals();
  private final List<ReceivedSpan> spans = new CopyOnWriteArrayList<>();

  @Test
  void tracesOfFiveServices_arriveWhole() {
    Run run = replay(Map.of()).requireAll().requireRatio(1);

    assertThat(run.sent().requests()).isGreaterThan(100);
    assertThat(spans)
        .extracting(ReceivedSpan::service)
        .contains("gate", "identity", "llm-gateway", "prompts", "meter");
    assertThat(spans)
        .filteredOn(span -> span.kind() == SpanKind.SERVER)
        .allSatisfy(span -> assertThat(span.attributes()).containsKeys("http.route", "url.path"));
    assertThat(run.arrived().traces().failed()).isPositive();
  }

  @Test
  void sampledShare_isOfWholeTraces() {
    Run run =
        replay(
                Map.of(
                    "otel.traces.sampler", "parentbased_traceidratio",
                    "otel.traces.sampler.arg", "0.3"))
            .requireAll()
            .requireRatio(0.3);

    assertThat(run.arrived().traces().count()).isPositive();
  }

  @Test
  void sizes_addUp() {
    Run run = replay(Map.of());
    WireSizes sizes = arrivals.sizes();
    long bytes = sizes.groups().values().stream().mapToLong(WireSizes.Size::bytes).sum();
    long counted = sizes.groups().values().stream().mapToLong(WireSizes.Size::spans).sum();

    assertThat(counted).isEqualTo(sizes.all().spans()).isEqualTo(run.sent().spans());
    assertThat(sizes.all().bytes()).isEqualTo(run.arrived().bytes()).isGreaterThan(bytes);
    assertThat(sizes.all().gzip()).isPositive().isLessThan(sizes.all().bytes());
    assertThat(sizes.groups().values()).allMatch(size -> size.gzip() > 0);
  }

  private Run replay(Map<String, String> settings) {
    try (OtlpReceiver receiver = OtlpReceiver.open()) {
      arrivals.listenTo(receiver);
      receiver.onSpan(spans::add);
      Map<String, String> all = new HashMap<>(settings);
      all.put("otel.exporter.otlp.endpoint", receiver.endpoint().toString());
      Load load = Load.of(true, 200, 1, all);
      Sent sent = Sender.replay(load);
      return new Run(load, sent, arrivals.count());
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JvmMetricsTest {
  private final InMemoryMetricReader reader = InMemoryMetricReader.create();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(reader).build())
          .build();
  private AutoCloseable metrics;

  @BeforeEach
  void open() {
    metrics = JvmMetrics.open(sdk);
  }

  @AfterEach
  void close() throws Exception {
    metrics.close();
    sdk.close();
  }

  @ParameterizedTest
  @CsvSource({
    "jvm.memory.used, By, LONG_SUM",
    "jvm.memory.committed, By, LONG_SUM",
    "jvm.memory.limit, By, LONG_SUM",
    "jvm.memory.used_after_last_gc, By, LONG_SUM",
    "jvm.thread.count, {thread}, LONG_SUM",
    "jvm.class.loaded, {class}, LONG_SUM",
    "jvm.class.unloaded, {class}, LONG_SUM",
    "jvm.class.count, {class}, LONG_SUM",
    "jvm.cpu.count, {cpu}, LONG_SUM",
    "jvm.cpu.time, s, DOUBLE_SUM",
    "jvm.cpu.recent_utilization, 1, DOUBLE_GAUGE",
  })
  void metric_isOfItsKindAndUnit(String name, String unit, MetricDataType type) {
    MetricData metric = collect().get(name);

    assertThat(metric.getUnit()).isEqualTo(unit);
    assertThat(metric.getType()).isEqualTo(type);
    assertThat(metric.getDescription()).endsWith(".");
  }

  @Test
  void collection_isOneDuration() {
    System.gc();

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> {
              MetricData metric = collect().get("jvm.gc.duration");
              assertThat(metric).isNotNull();
              HistogramPointData point = metric.getHistogramData().getPoints().iterator().next();
              assertThat(point.getBoundaries()).containsExactly(0.01, 0.1, 1.0, 10.0);
              assertThat(point.getCount()).isPositive();
              assertThat(point.getSum()).isBetween(0.0, 60.0);
              assertThat(point.getAttributes().get(AttributeKey.stringKey("jvm.gc.name")))
                  .isNotBlank();
            });
  }

  @Test
  void threads_areCountedByStateAndDaemon() throws InterruptedException {
    long before = threads();
    Object lock = new Object();
    Thread waiting =
        new Thread(
            () -> {
              synchronized (lock) {
                try {
                  lock.wait();
                } catch (InterruptedException end) {
                  Thread.currentThread().interrupt();
                }
              }
            });
    waiting.start();
    await().until(() -> waiting.getState() == Thread.State.WAITING);

    assertThat(threads()).isGreaterThan(before);
    waiting.interrupt();
    waiting.join();
  }

  /** Those that wait and keep the virtual machine alive. */
  private long threads() {
    return collect().get("jvm.thread.count").getLongSumData().getPoints().stream()
        .filter(
            point -> point.getAttributes().asMap().values().containsAll(List.of(false, "waiting")))
        .mapToLong(LongPointData::getValue)
        .sum();
  }

  @Test
  void nobodyWhoReads_isNothingToObserve() {
    assertThat(JvmMetrics.open(OpenTelemetry.noop())).isNull();
    try (OpenTelemetrySdk unread = OpenTelemetrySdk.builder().build()) {
      assertThat(JvmMetrics.open(unread)).isNull();
    }
  }

  private Map<String, MetricData> collect() {
    return reader.collectAllMetrics().stream()
        .collect(Collectors.toMap(MetricData::getName, metric -> metric));
  }
}

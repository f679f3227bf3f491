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
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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

  @Test
  void applicationThatSeesJavaSeAlone_hasThemAll() throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader ours = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(RedeploymentTest.classPath(), new JavaSe())) {
      thread.setContextClassLoader(loader);
      Class<?> application = loader.loadClass(Application.class.getName());
      Object names = ((Supplier<?>) application.getConstructor().newInstance()).get();

      assertThat(names).isEqualTo(new Application().get());
    } finally {
      thread.setContextClassLoader(ours);
    }
  }

  /** The platform to an application of WildFly, whose modules do not show it the JDK's own. */
  private static final class JavaSe extends ClassLoader {
    JavaSe() {
      super(getPlatformClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("com.sun.management.")) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }
  }

  /** The names of all metrics after a collection. */
  public static final class Application implements Supplier<Set<String>> {
    @Override
    public Set<String> get() {
      JvmMetricsTest test = new JvmMetricsTest();
      try (OpenTelemetrySdk sdk = test.sdk;
          AutoCloseable metrics = JvmMetrics.open(sdk)) {
        System.gc();
        await().until(() -> test.collect().containsKey("jvm.gc.duration"));
        return test.collect().keySet();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private Map<String, MetricData> collect() {
    return reader.collectAllMetrics().stream()
        .collect(Collectors.toMap(MetricData::getName, metric -> metric));
  }
}

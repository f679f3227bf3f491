// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javax.management.JMException;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of the Java virtual machine that MicroProfile Telemetry 2.1 names, after the stable
 * semantic conventions for them. Read from the platform's beans whenever metrics are collected;
 * between two collections it costs nothing.
 */
final class JvmMetrics {
  private static final AttributeKey<String> POOL = stringKey("jvm.memory.pool.name");
  private static final AttributeKey<String> TYPE = stringKey("jvm.memory.type");
  private static final AttributeKey<Boolean> DAEMON = booleanKey("jvm.thread.daemon");
  private static final AttributeKey<String> STATE = stringKey("jvm.thread.state");

  private static final double NANOS = 1e9;

  private final Meter meter;

  private JvmMetrics(Meter meter) {
    this.meter = meter;
  }

  /**
   * Starts to observe, until the SDK shuts down.
   *
   * @return what is to be closed then; null when nobody reads metrics
   */
  static @Nullable AutoCloseable open(OpenTelemetry openTelemetry) {
    if (RequestDuration.ofServer(openTelemetry) == null) {
      return null;
    }
    JvmMetrics metrics = new JvmMetrics(Instrumentation.meter(openTelemetry));
    metrics.memory();
    metrics.threads();
    metrics.classes();
    metrics.cpu();
    return GarbageCollections.open(metrics.meter);
  }

  private void memory() {
    memory("used", "Measure of memory used.", MemoryPoolMXBean::getUsage, MemoryUsage::getUsed);
    memory(
        "committed",
        "Measure of memory committed.",
        MemoryPoolMXBean::getUsage,
        MemoryUsage::getCommitted);
    memory(
        "limit",
        "Measure of max obtainable memory.",
        MemoryPoolMXBean::getUsage,
        MemoryUsage::getMax);
    memory(
        "used_after_last_gc",
        "Measure of memory used, as measured after the most recent garbage collection event on"
            + " this pool.",
        MemoryPoolMXBean::getCollectionUsage,
        MemoryUsage::getUsed);
  }

  private void memory(
      String name,
      String description,
      Function<MemoryPoolMXBean, @Nullable MemoryUsage> usage,
      Function<MemoryUsage, Long> value) {
    Map<MemoryPoolMXBean, Attributes> pools = new HashMap<>();
    ManagementFactory.getMemoryPoolMXBeans()
        .forEach(pool -> pools.put(pool, Attributes.of(POOL, pool.getName(), TYPE, type(pool))));
    meter
        .upDownCounterBuilder("jvm.memory." + name)
        .setUnit("By")
        .setDescription(description)
        .buildWithCallback(
            measurement ->
                pools.forEach(
                    (pool, attributes) ->
                        record(measurement, usage.apply(pool), value, attributes)));
  }

  private static void record(
      ObservableLongMeasurement measurement,
      @Nullable MemoryUsage usage,
      Function<MemoryUsage, Long> value,
      Attributes attributes) {
    // No usage: a pool that is not collected, or is gone. Below zero: no limit.
    long bytes = usage == null ? -1 : value.apply(usage);
    if (bytes >= 0) {
      measurement.record(bytes, attributes);
    }
  }

  private static String type(MemoryPoolMXBean pool) {
    return pool.getType() == MemoryType.HEAP ? "heap" : "non_heap";
  }

  private void threads() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    meter
        .upDownCounterBuilder("jvm.thread.count")
        .setUnit("{thread}")
        .setDescription("Number of executing platform threads.")
        .buildWithCallback(measurement -> count(threads, measurement));
  }

  private static void count(ThreadMXBean threads, ObservableLongMeasurement measurement) {
    Map<Attributes, Long> counts = new HashMap<>();
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      // A thread that has ended in between.
      if (thread != null) {
        String state = thread.getThreadState().name().toLowerCase(Locale.ROOT);
        counts.merge(Attributes.of(DAEMON, thread.isDaemon(), STATE, state), 1L, Long::sum);
      }
    }
    counts.forEach((attributes, count) -> measurement.record(count, attributes));
  }

  private void classes() {
    ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
    meter
        .counterBuilder("jvm.class.loaded")
        .setUnit("{class}")
        .setDescription("Number of classes loaded since JVM start.")
        .buildWithCallback(count -> count.record(classes.getTotalLoadedClassCount()));
    meter
        .counterBuilder("jvm.class.unloaded")
        .setUnit("{class}")
        .setDescription("Number of classes unloaded since JVM start.")
        .buildWithCallback(count -> count.record(classes.getUnloadedClassCount()));
    meter
        .upDownCounterBuilder("jvm.class.count")
        .setUnit("{class}")
        .setDescription("Number of classes currently loaded.")
        .buildWithCallback(count -> count.record(classes.getLoadedClassCount()));
  }

  private void cpu() {
    meter
        .upDownCounterBuilder("jvm.cpu.count")
        .setUnit("{cpu}")
        .setDescription("Number of processors available to the Java virtual machine.")
        .buildWithCallback(cpus -> cpus.record(Runtime.getRuntime().availableProcessors()));
    meter
        .counterBuilder("jvm.cpu.time")
        .ofDoubles()
        .setUnit("s")
        .setDescription("CPU time used by the process as reported by the JVM.")
        .buildWithCallback(
            time -> {
              double nanos = ofProcess("ProcessCpuTime");
              if (nanos >= 0) {
                time.record(nanos / NANOS);
              }
            });
    meter
        .gaugeBuilder("jvm.cpu.recent_utilization")
        .setUnit("1")
        .setDescription("Recent CPU utilization for the process as reported by the JVM.")
        .buildWithCallback(
            load -> {
              double recent = ofProcess("ProcessCpuLoad");
              if (recent >= 0) {
                load.record(recent);
              }
            });
  }

  /**
   * By its name, for WildFly hides the JDK's own type of this bean from applications. Below zero
   * where this virtual machine does not know.
   */
  private static double ofProcess(String attribute) {
    try {
      Object value =
          ManagementFactory.getPlatformMBeanServer()
              .getAttribute(
                  ManagementFactory.getOperatingSystemMXBean().getObjectName(), attribute);
      return value instanceof Number number ? number.doubleValue() : -1;
    } catch (JMException e) {
      return -1;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
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
import javax.management.JMException;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of the Java virtual machine that MicroProfile Telemetry 2.1 names, after the stable
 * semantic conventions for them. Read from the platform's beans whenever metrics are collected;
 * before the first collection and between two it costs nothing. All are read by one callback, for a
 * start pays for each.
 */
final class JvmMetrics {
  private static final AttributeKey<String> POOL = stringKey("jvm.memory.pool.name");
  private static final AttributeKey<String> TYPE = stringKey("jvm.memory.type");
  private static final AttributeKey<Boolean> DAEMON = booleanKey("jvm.thread.daemon");
  private static final AttributeKey<String> STATE = stringKey("jvm.thread.state");

  private static final double NANOS = 1e9;

  private final ObservableLongMeasurement used;
  private final ObservableLongMeasurement committed;
  private final ObservableLongMeasurement limit;
  private final ObservableLongMeasurement usedAfterCollection;
  private final ObservableLongMeasurement threads;
  private final ObservableLongMeasurement classesLoaded;
  private final ObservableLongMeasurement classesUnloaded;
  private final ObservableLongMeasurement classes;
  private final ObservableLongMeasurement processors;
  private final ObservableDoubleMeasurement processorTime;
  private final ObservableDoubleMeasurement processorLoad;

  private JvmMetrics(Meter meter) {
    used = amount(meter, "jvm.memory.used", "By", "Measure of memory used.");
    committed = amount(meter, "jvm.memory.committed", "By", "Measure of memory committed.");
    limit = amount(meter, "jvm.memory.limit", "By", "Measure of max obtainable memory.");
    usedAfterCollection =
        amount(
            meter,
            "jvm.memory.used_after_last_gc",
            "By",
            "Measure of memory used, as measured after the most recent garbage collection event on"
                + " this pool.");
    threads =
        amount(meter, "jvm.thread.count", "{thread}", "Number of executing platform threads.");
    classes = amount(meter, "jvm.class.count", "{class}", "Number of classes currently loaded.");
    classesLoaded = classes(meter, "jvm.class.loaded", "Number of classes loaded since JVM start.");
    classesUnloaded =
        classes(meter, "jvm.class.unloaded", "Number of classes unloaded since JVM start.");
    processors =
        amount(
            meter,
            "jvm.cpu.count",
            "{cpu}",
            "Number of processors available to the Java virtual machine.");
    processorTime = processorTime(meter);
    processorLoad = processorLoad(meter);
  }

  private static ObservableLongMeasurement amount(
      Meter meter, String name, String unit, String description) {
    return meter
        .upDownCounterBuilder(name)
        .setUnit(unit)
        .setDescription(description)
        .buildObserver();
  }

  private static ObservableLongMeasurement classes(Meter meter, String name, String description) {
    return meter
        .counterBuilder(name)
        .setUnit("{class}")
        .setDescription(description)
        .buildObserver();
  }

  private static ObservableDoubleMeasurement processorTime(Meter meter) {
    return meter
        .counterBuilder("jvm.cpu.time")
        .ofDoubles()
        .setUnit("s")
        .setDescription("CPU time used by the process as reported by the JVM.")
        .buildObserver();
  }

  private static ObservableDoubleMeasurement processorLoad(Meter meter) {
    return meter
        .gaugeBuilder("jvm.cpu.recent_utilization")
        .setUnit("1")
        .setDescription("Recent CPU utilization for the process as reported by the JVM.")
        .buildObserver();
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
    Meter meter = Instrumentation.meter(openTelemetry);
    new JvmMetrics(meter).observe(meter);
    return GarbageCollections.open(meter);
  }

  private void observe(Meter meter) {
    meter.batchCallback(
        this::record,
        used,
        committed,
        limit,
        usedAfterCollection,
        threads,
        classesLoaded,
        classesUnloaded,
        classes,
        processors,
        processorTime,
        processorLoad);
  }

  private void record() {
    recordMemory();
    recordThreads();
    recordClasses();
    recordProcessors();
  }

  private void recordMemory() {
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      Attributes attributes = Attributes.of(POOL, pool.getName(), TYPE, type(pool));
      MemoryUsage usage = pool.getUsage();
      // A pool that is gone has none.
      if (usage != null) {
        used.record(usage.getUsed(), attributes);
        committed.record(usage.getCommitted(), attributes);
        if (usage.getMax() >= 0) {
          limit.record(usage.getMax(), attributes);
        }
      }
      MemoryUsage afterCollection = pool.getCollectionUsage();
      if (afterCollection != null) {
        usedAfterCollection.record(afterCollection.getUsed(), attributes);
      }
    }
  }

  private static String type(MemoryPoolMXBean pool) {
    return pool.getType() == MemoryType.HEAP ? "heap" : "non_heap";
  }

  private void recordThreads() {
    ThreadMXBean bean = ManagementFactory.getThreadMXBean();
    Map<Attributes, Long> counts = new HashMap<>();
    for (ThreadInfo thread : bean.getThreadInfo(bean.getAllThreadIds())) {
      // A thread that has ended in between.
      if (thread != null) {
        String state = thread.getThreadState().name().toLowerCase(Locale.ROOT);
        counts.merge(Attributes.of(DAEMON, thread.isDaemon(), STATE, state), 1L, Long::sum);
      }
    }
    counts.forEach((attributes, count) -> threads.record(count, attributes));
  }

  private void recordClasses() {
    ClassLoadingMXBean bean = ManagementFactory.getClassLoadingMXBean();
    classesLoaded.record(bean.getTotalLoadedClassCount());
    classesUnloaded.record(bean.getUnloadedClassCount());
    classes.record(bean.getLoadedClassCount());
  }

  private void recordProcessors() {
    processors.record(Runtime.getRuntime().availableProcessors());
    double nanos = ofProcess("ProcessCpuTime");
    if (nanos >= 0) {
      processorTime.record(nanos / NANOS);
    }
    double load = ofProcess("ProcessCpuLoad");
    if (load >= 0) {
      processorLoad.record(load);
    }
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

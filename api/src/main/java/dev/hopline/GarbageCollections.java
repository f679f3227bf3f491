// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.jspecify.annotations.Nullable;

/**
 * The histogram {@code jvm.gc.duration}: each collection is told by the virtual machine, on a
 * thread of its own. The machine's beans outlive applications, so that the listener must go.
 */
final class GarbageCollections implements NotificationListener, AutoCloseable {
  private static final AttributeKey<String> NAME = stringKey("jvm.gc.name");
  private static final AttributeKey<String> ACTION = stringKey("jvm.gc.action");
  private static final double MILLIS = 1e3;

  // GarbageCollectionNotificationInfo has it, but WildFly hides the JDK's own types.
  private static final String COLLECTION = "com.sun.management.gc.notification";

  private final DoubleHistogram durations;

  // OpenTelemetry chooses where it keeps contexts when it is first asked for one, by the class
  // loader of the thread. That must not be the virtual machine's thread, which knows no
  // application.
  private final Context noSpan = Context.root();

  private GarbageCollections(Meter meter) {
    durations =
        meter
            .histogramBuilder("jvm.gc.duration")
            .setUnit("s")
            .setDescription("Duration of JVM garbage collection actions.")
            .setExplicitBucketBoundariesAdvice(List.of(0.01, 0.1, 1.0, 10.0))
            .build();
  }

  static GarbageCollections open(Meter meter) {
    GarbageCollections listener = new GarbageCollections(meter);
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (collector instanceof NotificationEmitter emitter) {
        emitter.addNotificationListener(listener, null, null);
      }
    }
    return listener;
  }

  @Override
  public void handleNotification(Notification notification, @Nullable Object handback) {
    if (notification.getType().equals(COLLECTION)
        && notification.getUserData() instanceof CompositeData collection
        && collection.get("gcInfo") instanceof CompositeData info
        && info.get("duration") instanceof Long millis) {
      durations.record(
          millis / MILLIS,
          Attributes.of(
              NAME, (String) collection.get("gcName"), ACTION, (String) collection.get("gcAction")),
          noSpan);
    }
  }

  @Override
  public void close() throws ListenerNotFoundException {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (collector instanceof NotificationEmitter emitter) {
        emitter.removeNotificationListener(this);
      }
    }
  }
}

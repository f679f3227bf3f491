// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Wraps each exporter of an SDK, and knows the health of them all. */
final class ExportWatch {
  private final List<ExportHealth> all = new CopyOnWriteArrayList<>();

  private final ExportLog log = new ExportLog();

  void addTo(AutoConfiguredOpenTelemetrySdkBuilder builder) {
    all.clear();
    builder.addSpanExporterCustomizer(
        (e, config) -> new WatchedSpanExporter(e, health("spans", target(e, config, "traces"))));
    builder.addMetricExporterCustomizer(
        (e, config) ->
            new WatchedMetricExporter(e, health("metrics", target(e, config, "metrics"))));
    builder.addLogRecordExporterCustomizer(
        (e, config) -> new WatchedLogExporter(e, health("logs", target(e, config, "logs"))));
  }

  private ExportHealth health(String signal, String target) {
    ExportHealth health = new ExportHealth(signal, target, log);
    all.add(health);
    return health;
  }

  /** By name: who takes the OTLP exporter off the class path must not fail here. */
  private static String target(Object exporter, ConfigProperties config, String signal) {
    Class<?> type = exporter.getClass();
    boolean otlp = type.getName().startsWith("io.opentelemetry.exporter.otlp.");
    return otlp ? Endpoint.of(config, signal) : type.getSimpleName();
  }

  /** Takes a message that the SDK logs about an export of ours. */
  boolean takes(String message) {
    boolean taken = false;
    for (ExportHealth health : all) {
      taken |= health.takes(message);
    }
    return taken;
  }

  /** Whether an export of ours fails, or may be about to. */
  boolean isDoubtful() {
    return all.stream().anyMatch(health -> health.isFailing() || health.isBusy());
  }

  /** Where the exports go that are not answered yet. */
  List<String> pending() {
    return all.stream().filter(ExportHealth::isBusy).map(ExportHealth::target).distinct().toList();
  }

  /** Tells of failures between its opening and its closing. */
  ExportLog log() {
    return log;
  }
}

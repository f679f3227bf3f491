// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import java.util.Collection;

/** A metric exporter whose health is told; its exports never throw. */
record WatchedMetricExporter(MetricExporter exporter, ExportHealth health)
    implements MetricExporter {
  @Override
  public CompletableResultCode export(Collection<MetricData> metrics) {
    return health.watch(exporter, metrics.size(), () -> exporter.export(metrics));
  }

  @Override
  public CompletableResultCode flush() {
    return ExportHealth.guarded(exporter, exporter::flush);
  }

  @Override
  public CompletableResultCode shutdown() {
    return ExportHealth.guarded(exporter, exporter::shutdown);
  }

  @Override
  public AggregationTemporality getAggregationTemporality(InstrumentType type) {
    return exporter.getAggregationTemporality(type);
  }

  @Override
  public Aggregation getDefaultAggregation(InstrumentType type) {
    return exporter.getDefaultAggregation(type);
  }

  @Override
  public MemoryMode getMemoryMode() {
    return exporter.getMemoryMode();
  }

  @Override
  public String toString() {
    return health.target(); // The exporter's own would print passwords.
  }
}

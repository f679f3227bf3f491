// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import java.util.Collection;

/** A log exporter whose health is told; it never throws. */
record WatchedLogExporter(LogRecordExporter exporter, ExportHealth health)
    implements LogRecordExporter {
  @Override
  public CompletableResultCode export(Collection<LogRecordData> logs) {
    return health.watch(exporter, logs.size(), () -> exporter.export(logs));
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
  public String toString() {
    return health.target(); // The exporter's own would print passwords.
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/** A span exporter whose health is told; it never throws. */
record WatchedSpanExporter(SpanExporter exporter, ExportHealth health) implements SpanExporter {
  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    return health.watch(spans.size(), () -> exporter.export(spans));
  }

  @Override
  public CompletableResultCode flush() {
    return ExportHealth.guarded(exporter::flush);
  }

  @Override
  public CompletableResultCode shutdown() {
    return ExportHealth.guarded(exporter::shutdown);
  }

  @Override
  public String toString() {
    return health.target(); // The exporter's own would print passwords.
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/** A span exporter whose health is told, and which leaves out suppressed spans; it never throws. */
record WatchedSpanExporter(SpanExporter exporter, ExportHealth health) implements SpanExporter {
  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    Collection<SpanData> kept = withoutSuppressed(spans);
    return kept.isEmpty() && !spans.isEmpty()
        ? CompletableResultCode.ofSuccess()
        : health.watch(exporter, kept.size(), () -> exporter.export(kept));
  }

  private static Collection<SpanData> withoutSuppressed(Collection<SpanData> spans) {
    for (SpanData span : spans) {
      if (isSuppressed(span)) {
        return spans.stream().filter(each -> !isSuppressed(each)).toList();
      }
    }
    return spans;
  }

  private static boolean isSuppressed(SpanData span) {
    return SuppressedSpans.isMarked(span.getName(), span.getInstrumentationScopeInfo());
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

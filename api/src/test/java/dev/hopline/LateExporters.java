// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/** A user's exporter named {@code late}: its exports end when the test says so. */
public final class LateExporters implements ConfigurableSpanExporterProvider {
  /** That of all exports. */
  static final CompletableResultCode RESULT = new CompletableResultCode();

  @Override
  public SpanExporter createExporter(ConfigProperties config) {
    return new LateExporter();
  }

  @Override
  public String getName() {
    return "late";
  }

  private static final class LateExporter implements SpanExporter {
    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      return RESULT;
    }

    @Override
    public CompletableResultCode flush() {
      return RESULT;
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}

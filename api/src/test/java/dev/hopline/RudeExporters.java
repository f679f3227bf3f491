// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/** A user's exporter named {@code rude} that throws whatever it is asked for. */
public final class RudeExporters implements ConfigurableSpanExporterProvider {
  @Override
  public SpanExporter createExporter(ConfigProperties config) {
    return new RudeExporter();
  }

  @Override
  public String getName() {
    return "rude";
  }

  private static final class RudeExporter implements SpanExporter {
    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      throw new IllegalStateException("rude export");
    }

    @Override
    public CompletableResultCode flush() {
      throw new IllegalStateException("rude flush");
    }

    @Override
    public CompletableResultCode shutdown() {
      throw new NoClassDefFoundError("rude shutdown");
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The SDK's threads have no class loader, without which an exporter finds no bean on Payara. */
class ExporterThreadTest {
  /** A user's exporter named {@code looking}, which looks at the thread's class loader. */
  public static final class LookingExporters implements ConfigurableSpanExporterProvider {
    static volatile @Nullable ClassLoader seen;

    @Override
    public SpanExporter createExporter(ConfigProperties config) {
      return new LookingExporter();
    }

    @Override
    public String getName() {
      return "looking";
    }
  }

  @Test
  void exporter_runsWithItsClassLoader() {
    Map<String, String> looking =
        Map.of(
            Settings.TRACES_EXPORTER, "looking",
            Settings.METRICS_EXPORTER, "none",
            Settings.LOGS_EXPORTER, "none");
    try (Tracing tracing = Tracing.builder("app").properties(looking).start()) {
      tracing.tracer().spanBuilder("any").startSpan().end();
      OpenTelemetrySdk sdk = (OpenTelemetrySdk) tracing.openTelemetry();
      assertThat(sdk.getSdkTracerProvider().forceFlush().join(10, SECONDS).isSuccess()).isTrue();
      assertThat(LookingExporters.seen).isSameAs(LookingExporter.class.getClassLoader());
    }
  }

  private static final class LookingExporter implements SpanExporter {
    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      LookingExporters.seen = Thread.currentThread().getContextClassLoader();
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}

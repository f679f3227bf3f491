// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import io.opentelemetry.sdk.testing.exporter.InMemoryLogRecordExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogBridgeTest {
  private static final Logger LOG = Logger.getLogger("shop.Orders");

  private final InMemoryLogRecordExporter exporter = InMemoryLogRecordExporter.create();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setTracerProvider(SdkTracerProvider.builder().build())
          .setLoggerProvider(
              SdkLoggerProvider.builder()
                  .addLogRecordProcessor(
                      (context, record) -> Logger.getLogger("shop.Processor").info("seen"))
                  .addLogRecordProcessor(SimpleLogRecordProcessor.create(exporter))
                  .build())
          .build();
  private LogBridge bridge;

  @BeforeEach
  void open() {
    LOG.setLevel(Level.ALL);
    bridge = LogBridge.open(sdk);
  }

  @AfterEach
  void close() {
    bridge.close();
    sdk.close();
    LOG.setLevel(null);
  }

  @Test
  void record_isExportedWithItsContext() {
    Span span = sdk.getTracer("test").spanBuilder("order").startSpan();
    try (Scope current = span.makeCurrent()) {
      LOG.log(Level.INFO, "{0} of {1}", new Object[] {3, "tea"});
    }
    span.end();

    LogRecordData record = only();
    assertThat(record.getBodyValue().asString()).isEqualTo("3 of tea");
    assertThat(record.getInstrumentationScopeInfo().getName()).isEqualTo("shop.Orders");
    assertThat(record.getSpanContext()).isEqualTo(span.getSpanContext());
    assertThat(record.getTimestampEpochNanos()).isPositive();
    assertThat(record.getAttributes().get(stringKey("thread.name")))
        .isEqualTo(Thread.currentThread().getName());
  }

  @ParameterizedTest
  @CsvSource({
    "SEVERE, ERROR",
    "WARNING, WARN",
    "INFO, INFO",
    "CONFIG, DEBUG4",
    "FINE, DEBUG",
    "FINER, TRACE",
    "FINEST, TRACE",
  })
  void level_isTheSeverity(String level, Severity severity) {
    LOG.log(Level.parse(level), "said");

    assertThat(only().getSeverity()).isEqualTo(severity);
    assertThat(only().getSeverityText()).isEqualTo(level);
  }

  @Test
  void exception_isInTheAttributes() {
    LOG.log(Level.SEVERE, "failed", new IllegalStateException("closed"));

    assertThat(only().getAttributes().get(stringKey("exception.type")))
        .isEqualTo("java.lang.IllegalStateException");
    assertThat(only().getAttributes().get(stringKey("exception.message"))).isEqualTo("closed");
    assertThat(only().getAttributes().get(stringKey("exception.stacktrace")))
        .contains("LogBridgeTest.exception_isInTheAttributes");
  }

  /** A record may have no message, no logger, and parameters that fail. */
  @Test
  void oddRecords_harmNobody() {
    LogRecord nothing = new LogRecord(Level.INFO, null);
    bridge.publish(nothing);
    LogRecord broken = new LogRecord(Level.INFO, "{0}");
    broken.setParameters(new Object[] {new Broken()});
    bridge.publish(broken);

    assertThat(exporter.getFinishedLogRecordItems()).hasSizeBetween(1, 2);
    assertThat(exporter.getFinishedLogRecordItems().get(0).getBodyValue()).isNull();
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void linesOfTheSdk_areLeftOut() {
    Logger.getLogger("io.opentelemetry.exporter.Some").warning("failed to export");

    assertThat(exporter.getFinishedLogRecordItems()).isEmpty();
  }

  @Test
  void withoutASpan_thereIsNoContext() {
    LOG.info("said");

    assertThat(only().getSpanContext()).isEqualTo(SpanContext.getInvalid());
  }

  @Test
  void closed_leavesNoHandler() {
    bridge.close();

    assertThat(Logger.getLogger("").getHandlers()).doesNotContain((Handler) bridge);
    LOG.info("said");
    assertThat(exporter.getFinishedLogRecordItems()).isEmpty();
  }

  @Test
  void nobodyWhoReads_isNoHandler() {
    assertThat(LogBridge.open(OpenTelemetry.noop())).isNull();
    try (OpenTelemetrySdk unread = OpenTelemetrySdk.builder().build()) {
      assertThat(LogBridge.open(unread)).isNull();
    }
  }

  private LogRecordData only() {
    List<LogRecordData> records = exporter.getFinishedLogRecordItems();
    assertThat(records).hasSize(1);
    return records.get(0);
  }

  private static final class Broken {
    @Override
    public String toString() {
      throw new IllegalStateException("no text");
    }
  }
}

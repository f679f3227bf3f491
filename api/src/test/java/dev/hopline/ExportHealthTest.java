// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportHealthTest {
  private static final Logger SDK_LOG =
      Logger.getLogger("io.opentelemetry.exporter.internal.http.HttpExporter");

  private static final Map<String, String> ALL =
      Map.of(Settings.METRICS_EXPORTER, "otlp", Settings.LOGS_EXPORTER, "otlp");

  @Test
  void deadCollector_costsOneLineAndRecoveryAnother() throws IOException {
    int port = CollectorStub.closedPort();
    try (LogLines log = new LogLines();
        Tracing tracing = tracing("http://user:password@127.0.0.1:" + port, Map.of())) {
      for (int i = 0; i < 5; i++) {
        send(tracing, "lost");
      }
      assertThat(log.warnings())
          .containsExactly(
              "Cannot send spans to http://***@127.0.0.1:"
                  + port
                  + "/v1/traces: connection refused, 1 lost. Is a collector running there?"
                  + " Silence about all that goes there until it works again.");
      try (CollectorStub collector = new CollectorStub(port)) {
        send(tracing, "arrives");
        await().until(() -> collector.hasSpan("arrives") && log.at(Level.INFO).size() == 2);
        assertThat(log.at(Level.INFO).get(1))
            .startsWith("http://***@127.0.0.1:" + port + "/v1/traces takes spans again, lost")
            .containsPattern("meanwhile: [1-5]$");
        send(tracing, "arrives, too");
        await().until(() -> collector.hasSpan("arrives, too"));
      }
      send(tracing, "lost again");
      await().until(() -> log.warnings().size() == 2);
      assertThat(log.at(Level.INFO)).hasSize(2);
      assertThat(log.at(Level.SEVERE)).isEmpty();
      assertThat(log.untidy()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, See the collector's log.",
    "401, Check otel.exporter.otlp.headers.",
    "404, Is this an OTLP endpoint?",
    "413, Lower otel.bsp.max.export.batch.size.",
    "503, The collector is overloaded or starting.",
  })
  void answer_isToldWithItsCure(int status, String cure) throws IOException {
    try (CollectorStub collector = new CollectorStub().answering(status);
        LogLines log = new LogLines();
        Tracing tracing = tracing(collector.uri().toString(), Map.of())) {
      send(tracing, "refused");
      send(tracing, "refused");
      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("HTTP status " + status + ", 1 lost. " + cure + " Silence");
      assertThat(log.untidy()).isEmpty();
    }
  }

  @Test
  void unknownHost_isNamed() {
    try (LogLines log = new LogLines();
        Tracing tracing = tracing("http://no-such-host.invalid:4318", Map.of())) {
      send(tracing, "lost");
      assertThat(log.warnings()).singleElement().asString().contains("unknown host, 1 lost.");
    }
  }

  @Test
  void oneCollector_isOneLineForAllThatGoesThere() throws IOException {
    URI closed = URI.create("http://127.0.0.1:" + CollectorStub.closedPort());
    try (LogLines log = new LogLines();
        Tracing tracing = tracing(closed.toString(), ALL)) {
      for (int i = 0; i < 3; i++) {
        send(tracing, "lost");
        sendMetricAndLog(tracing);
      }
      assertThat(log.warnings())
          .singleElement()
          .asString()
          .startsWith("Cannot send spans to " + closed);
      assertThat(log.at(Level.SEVERE)).isEmpty();
      assertThat(log.untidy()).isEmpty();
    }
  }

  @Test
  void metricsAndLogs_haveALineOfTheirOwnIfTheyGoElsewhere() throws IOException {
    Map<String, String> elsewhere = new HashMap<>(ALL);
    for (String signal : List.of("metrics", "logs")) {
      String closed = "http://127.0.0.1:" + CollectorStub.closedPort() + "/v1/" + signal;
      elsewhere.put("otel.exporter.otlp." + signal + ".endpoint", closed);
    }
    try (LogLines log = new LogLines();
        CollectorStub collector = new CollectorStub();
        Tracing tracing = tracing(collector.uri().toString(), elsewhere)) {
      send(tracing, "arrives");
      sendMetricAndLog(tracing);
      sendMetricAndLog(tracing);

      assertThat(log.warnings())
          .satisfiesExactlyInAnyOrder(
              line -> assertThat(line).startsWith("Cannot send metrics to "),
              line -> assertThat(line).startsWith("Cannot send logs to "));
    }
  }

  private static void sendMetricAndLog(Tracing tracing) {
    OpenTelemetrySdk sdk = (OpenTelemetrySdk) tracing.openTelemetry();
    sdk.getMeter("m").counterBuilder("c").build().add(1);
    sdk.getSdkLoggerProvider().get("l").logRecordBuilder().setBody("b").emit();
    sdk.getSdkMeterProvider().forceFlush().join(5, SECONDS);
    sdk.getSdkLoggerProvider().forceFlush().join(5, SECONDS);
  }

  @Test
  void throwingExporter_costsOneLine() {
    Map<String, String> rude = Map.of(Settings.TRACES_EXPORTER, "rude");
    try (LogLines log = new LogLines()) {
      try (Tracing tracing = tracing("http://127.0.0.1:1", rude)) {
        send(tracing, "lost");
        send(tracing, "lost");
      }
      assertThat(log.warnings())
          .singleElement()
          .asString()
          .startsWith(
              "Cannot send spans to RudeExporter: IllegalStateException rude export, 1 lost");
      assertThat(log.untidy()).isEmpty();
    }
  }

  @Test
  void failuresOfAnotherSdk_passUntouched() {
    try (LogLines log = new LogLines();
        Tracing tracing = tracing("http://127.0.0.1:1", Map.of())) {
      SDK_LOG.log(Level.SEVERE, "Failed to export spans. The request could not be executed.");
      assertThat(log.at(Level.SEVERE)).hasSize(1);
      assertThat(tracing.enabled()).isTrue();
    }
  }

  @Test
  void strangersHeaders_cannotFloodTheLog() {
    Logger parser = Logger.getLogger("io.opentelemetry.api.baggage.propagation.Parser");
    try (LogLines log = new LogLines();
        Tracing tracing = tracing("http://127.0.0.1:1", Map.of())) {
      for (int i = 0; i < 1_000; i++) {
        parser.log(Level.WARNING, "Skipping invalid baggage member", new IllegalStateException());
      }
      assertThat(tracing.enabled()).isTrue();
      assertThat(log.warnings())
          .containsExactly("Skipping invalid baggage member: java.lang.IllegalStateException");
      assertThat(log.untidy()).isEmpty();
    }
  }

  @Test
  void filterOfTheUser_worksMeanwhileAndAfterwards() {
    List<String> seen = new CopyOnWriteArrayList<>();
    Filter users = record -> seen.add(record.getMessage());
    SDK_LOG.setFilter(users);
    try (LogLines log = new LogLines()) {
      Tracing first = tracing("http://127.0.0.1:1", Map.of());
      Tracing second = tracing("http://127.0.0.1:1", Map.of());
      SDK_LOG.severe("not ours");
      assertThat(seen).containsExactly("not ours");
      first.close();
      second.close();
      await().atMost(Duration.ofSeconds(5)).until(() -> SDK_LOG.getFilter() == users);
    } finally {
      SDK_LOG.setFilter(null);
    }
  }

  @Test
  void disabledAfterAll_leavesNoFilter() {
    try (SystemProperty broken = new SystemProperty(BrokenCustomizer.KEY, "exception");
        Tracing tracing = Tracing.builder("a").start()) {
      assertThat(tracing.enabled()).isFalse();
      assertThat(SDK_LOG.getFilter()).isNull();
    }
  }

  private static Tracing tracing(String endpoint, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>();
    settings.put(Settings.ENDPOINT, endpoint);
    settings.put(Settings.METRICS_EXPORTER, "none");
    settings.put(Settings.LOGS_EXPORTER, "none");
    // With retries a refused connection takes the SDK 8 s to report.
    settings.put("otel.java.exporter.otlp.retry.disabled", "true");
    settings.putAll(more);
    return Tracing.builder("a").properties(settings).start();
  }

  private static void send(Tracing tracing, String name) {
    tracing.tracer().spanBuilder(name).startSpan().end();
    SdkTracerProvider provider =
        ((OpenTelemetrySdk) tracing.openTelemetry()).getSdkTracerProvider();
    // It may return before the span has left when a flush just before it is ending.
    provider.forceFlush().join(10, SECONDS);
  }
}

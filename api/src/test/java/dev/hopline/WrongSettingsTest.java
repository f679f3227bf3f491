// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongSettingsTest {
  /** Each costs one line that names key, value and cure; spans arrive all the same. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          otel.traces.exporter            | otlp,otpl             | "otpl" is left out, because it is not known. Did you mean "otlp"? Known: console,
          otel.traces.exporter            | zipkin,otlp           | "zipkin" is left out, because its artifact is missing: add io.opentelemetry:opentelemetry-exporter-zipkin.
          otel.traces.exporter            | none,otlp             | "none" is left out, because it cannot stand beside others.
          otel.traces.exporter            | jaeger,otlp           | "jaeger" is left out, because it is no more; Jaeger itself takes otlp.
          otel.metrics.exporter           | promethus             | Did you mean "prometheus"?
          otel.metrics.exporter           | prometheus            | opentelemetry-exporter-prometheus
          otel.logs.exporter              | olpt                  | nothing is exported, because it is not known.
          otel.propagators                | tracecontext,b3       | "b3" is left out, because its artifact is missing: add io.opentelemetry:opentelemetry-extension-trace-propagators.
          otel.propagators                | tracecontxt           | "tracecontxt" is left out and the default is used, because it is not known. Did you mean "tracecontext"?
          otel.traces.sampler             | always-on             | otel.traces.sampler=always-on is ignored and the default is used: it is not known. Did you mean "always_on"?
          otel.exporter.otlp.protocol     | grpc                  | gRPC needs io.opentelemetry:opentelemetry-exporter-sender-okhttp
          otel.exporter.otlp.traces.protocol | http/xml           | otel.exporter.otlp.traces.protocol=http/xml is ignored and the default is used: Unsupported OTLP traces protocol
          otel.exporter.otlp.traces.endpoint | localhost:4318     | otel.exporter.otlp.traces.endpoint=localhost:4318 is ignored and the default is used: a URL starts with http://
          otel.exporter.otlp.traces.endpoint | ftp://localhost    | a URL starts with http:// or https://.
          otel.exporter.otlp.traces.endpoint | http://h/x?key=abc | =http://h/x?*** is ignored and the default is used: it must have no query
          otel.exporter.otlp.timeout      | ten                   | otel.exporter.otlp.timeout=ten is ignored
          otel.exporter.otlp.compression  | brotli                | otel.exporter.otlp.compression=brotli is ignored
          otel.exporter.otlp.headers      | secretkey             | otel.exporter.otlp.headers=*** is ignored and the default is used: it is no list such as
          otel.exporter.otlp.certificate  | /no/such/file         | otel.exporter.otlp.certificate=/no/such/file is ignored
          otel.exporter.otlp.client.key   | /no/such/key          | otel.exporter.otlp.client.key=/no/such/key is ignored
          otel.bsp.schedule.delay         | 5 parsecs             | otel.bsp.schedule.delay=5 parsecs is ignored
          otel.bsp.max.queue.size         | many                  | otel.bsp.max.queue.size=many is ignored
          otel.bsp.max.queue.size         | -1                    | otel.bsp.max.queue.size=-1 is ignored
          otel.span.attribute.count.limit | -5                    | otel.span.attribute.count.limit=-5 is ignored
          otel.resource.attributes        | novalue               | otel.resource.attributes=novalue is ignored
          otel.metric.export.interval     | often                 | otel.metric.export.interval=often is ignored
          """)
  void wrongSetting_costsOneLineAndNoSpan(String key, String value, String said)
      throws IOException {
    try (CollectorStub collector = new CollectorStub();
        LogLines log = new LogLines()) {
      Map<String, String> settings = new HashMap<>();
      settings.put(Settings.ENDPOINT, collector.uri().toString());
      settings.put(key, value);
      try (Tracing tracing = Tracing.builder("a").properties(settings).start()) {
        assertThat(tracing.enabled()).isTrue();
        tracing.tracer().spanBuilder("arrives").startSpan().end();
      }
      assertThat(log.warnings()).singleElement().asString().contains(key, said);
      assertThat(log.warnings().get(0)).doesNotContain("secretkey", "abc").hasSizeLessThan(300);
      assertThat(log.at(Level.SEVERE)).isEmpty();
      assertThat(log.untidy()).isEmpty();
      assertThat(collector.hasSpan("arrives")).isTrue();
    }
  }

  @Test
  void samplerArgumentOutOfRange_isIgnored() {
    Map<String, String> settings =
        Map.of(
            Settings.TRACES_EXPORTER,
            "none",
            Settings.SAMPLER,
            "traceidratio",
            "otel.traces.sampler.arg",
            "2");
    try (LogLines log = new LogLines();
        Tracing tracing = Tracing.builder("a").properties(settings).start()) {
      assertThat(tracing.enabled()).isTrue();
      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("otel.traces.sampler.arg=2 is ignored and the default is used: ratio must be");
      assertThat(log.at(Level.INFO)).singleElement().asString().contains("sampler traceidratio;");
    }
  }

  @Test
  void onlyExporterUnknown_exportsNothing() {
    Map<String, String> settings = Map.of(Settings.TRACES_EXPORTER, "otpl");
    try (LogLines log = new LogLines();
        Tracing tracing = Tracing.builder("a").properties(settings).start()) {
      assertThat(tracing.enabled()).isTrue();
      assertThat(log.warnings())
          .singleElement()
          .asString()
          .startsWith(
              "otel.traces.exporter: \"otpl\" is left out and nothing is exported, because");
      assertThat(log.at(Level.INFO)).singleElement().asString().contains("spans to none;");
    }
  }

  @Test
  void manyWrongSettings_costOneLineEach() throws IOException {
    try (CollectorStub collector = new CollectorStub();
        LogLines log = new LogLines()) {
      Map<String, String> settings = new HashMap<>();
      settings.put(Settings.TRACES_EXPORTER, "otlp,foo,otlp,bar");
      settings.put("otel.bsp.schedule.delay", "soon");
      settings.put("otel.exporter.otlp.timeout", "late");
      settings.put("otel.traces.sampler", "some");
      settings.put("otel.metric.export.interval", "x");
      try (Tracing tracing =
          Tracing.builder("a").properties(settings).otlpEndpoint(collector.uri()).start()) {
        tracing.tracer().spanBuilder("arrives").startSpan().end();
      }
      assertThat(log.warnings()).hasSize(6).doesNotHaveDuplicates();
      assertThat(collector.hasSpan("arrives")).isTrue();
    }
  }

  @Test
  void wrongValueOfTheProcess_isIgnoredToo() throws IOException {
    try (CollectorStub collector = new CollectorStub();
        SystemProperty delay = new SystemProperty("otel.bsp.schedule.delay", "x");
        LogLines log = new LogLines()) {
      try (Tracing tracing = Tracing.builder("a").otlpEndpoint(collector.uri()).start()) {
        tracing.tracer().spanBuilder("arrives").startSpan().end();
      }
      assertThat(log.warnings()).singleElement().asString().contains("otel.bsp.schedule.delay=x");
      assertThat(collector.hasSpan("arrives")).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "exception, Tracing is disabled: broken\\u000acustomizer",
    "linkage, 'Tracing is disabled, OpenTelemetry''s jars do not fit together"
        + " (import hopline-bom first): java.lang.NoSuchMethodError: io.opentelemetry.Missing'",
  })
  void nothingToBuild_disablesWithOneLine(String kind, String said) {
    try (SystemProperty broken = new SystemProperty(BrokenCustomizer.KEY, kind);
        LogLines log = new LogLines();
        Tracing tracing = Tracing.builder("a").start()) {
      assertThat(tracing.enabled()).isFalse();
      assertThat(log.at(Level.SEVERE)).singleElement().asString().startsWith(said);
      assertThat(log.untidy()).isEmpty();
    }
  }

  @Test
  void start_saysOneLineWithoutSecrets() {
    Map<String, String> settings =
        Map.of(
            Settings.ENDPOINT,
            "http://user:password@127.0.0.1:4317",
            Settings.TRACES_EXPORTER,
            "tree, otlp",
            Settings.METRICS_EXPORTER,
            "none",
            Settings.LOGS_EXPORTER,
            "none",
            "otel.exporter.otlp.headers",
            "api-key=secret");
    try (LogLines log = new LogLines();
        Tracing tracing = Tracing.builder("prompts").properties(settings).start()) {
      assertThat(log.at(Level.INFO))
          .containsExactly(
              "Tracing prompts: spans to tree, otlp"
                  + " (http/protobuf http://***@127.0.0.1:4317/v1/traces,"
                  + " a port that the other protocol usually has); sampler parentbased_always_on;"
                  + " propagators tracecontext, baggage.");
      assertThat(log.warnings()).isEmpty();
      assertThat(tracing.openTelemetry().toString()).doesNotContain("password", "secret");
    }
  }

  @Test
  void namelessService_isToldHowToGetAName() {
    Map<String, String> settings = Map.of(Settings.TRACES_EXPORTER, "none");
    try (LogLines log = new LogLines();
        Tracing tracing = Tracing.builder().properties(settings).start()) {
      assertThat(tracing.enabled()).isTrue();
      assertThat(log.at(Level.INFO))
          .singleElement()
          .asString()
          .startsWith("Tracing a service without a name (set otel.service.name): spans to none;");
    }
  }

  @Test
  void disabled_saysNothing() {
    try (LogLines log = new LogLines();
        Tracing tracing =
            Tracing.builder("a").properties(Map.of(Settings.DISABLED, "true")).start()) {
      assertThat(tracing.enabled()).isFalse();
      assertThat(log.at(Level.INFO)).isEmpty();
      assertThat(log.warnings()).isEmpty();
    }
  }
}

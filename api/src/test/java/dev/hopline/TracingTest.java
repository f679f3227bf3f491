// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.opentelemetry.api.OpenTelemetry;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TracingTest {
  private static final Map<String, String> NO_EXPORT = Map.of("otel.traces.exporter", "none");

  @AfterEach
  void noTracingStaysOpen() {
    assertThat(Tracing.current()).isNull();
  }

  @Test
  void close_sendsEndedSpansToTheEndpoint() throws Exception {
    try (CollectorStub collector = new CollectorStub()) {
      try (Tracing tracing = Tracing.builder("prompts").otlpEndpoint(collector.uri()).start()) {
        assertThat(tracing.enabled()).isTrue();
        tracing.tracer().spanBuilder("the-span").startSpan().end();
      }
      assertThat(collector.received())
          .anySatisfy(
              request -> {
                assertThat(request.path()).isEqualTo("/v1/traces");
                assertThat(request.contentType()).isEqualTo("application/x-protobuf");
                assertThat(request.contains("the-span")).isTrue();
                assertThat(request.contains("prompts")).isTrue();
                assertThat(request.contains("dev.hopline")).isTrue();
              });
    }
  }

  @Test
  void endpoint_comesFromSystemPropertyWhenTheBuilderHasNone() throws Exception {
    try (CollectorStub collector = new CollectorStub();
        SystemProperty endpoint = new SystemProperty(Settings.ENDPOINT, "" + collector.uri())) {
      try (Tracing tracing = Tracing.builder("a").start()) {
        tracing.tracer().spanBuilder("by-property").startSpan().end();
      }
      assertThat(collector.hasSpan("by-property")).isTrue();
    }
  }

  @Test
  void builder_winsOverSystemProperties() throws Exception {
    String closed = "http://127.0.0.1:" + CollectorStub.closedPort();
    try (CollectorStub collector = new CollectorStub();
        SystemProperty endpoint = new SystemProperty(Settings.ENDPOINT, closed);
        SystemProperty name = new SystemProperty(Settings.SERVICE_NAME, "other")) {
      try (Tracing tracing = Tracing.builder("mine").otlpEndpoint(collector.uri()).start()) {
        tracing.tracer().spanBuilder("by-builder").startSpan().end();
      }
      assertThat(collector.hasSpan("by-builder")).isTrue();
      assertThat(collector.received()).allSatisfy(r -> assertThat(r.contains("mine")).isTrue());
    }
  }

  @Test
  void emptyValue_countsAsUnset() throws Exception {
    try (CollectorStub collector = new CollectorStub();
        SystemProperty traces = new SystemProperty(Settings.TRACES_ENDPOINT, "");
        SystemProperty exporter = new SystemProperty(Settings.TRACES_EXPORTER, "")) {
      try (Tracing tracing = Tracing.builder("a").otlpEndpoint(collector.uri()).start()) {
        tracing.tracer().spanBuilder("sent").startSpan().end();
      }
      assertThat(collector.hasSpan("sent")).isTrue();
    }
  }

  @Test
  void disabled_buildsNothing() {
    try (SystemProperty disabled = new SystemProperty(Settings.DISABLED, "true");
        Tracing tracing = Tracing.builder("a").start()) {
      assertThat(tracing.enabled()).isFalse();
      assertThat(tracing.openTelemetry()).isSameAs(OpenTelemetry.noop());
      assertThat(Tracing.current()).isSameAs(tracing);
      assertThat(tracing.server()).isSameAs(tracing.server());
    }
  }

  @Test
  void builderProperty_enablesWhatASystemPropertyDisables() {
    Map<String, String> enable = new HashMap<>(NO_EXPORT);
    enable.put(Settings.DISABLED, "false");
    try (SystemProperty disabled = new SystemProperty(Settings.DISABLED, "true");
        Tracing tracing = Tracing.builder("a").properties(enable).start()) {
      assertThat(tracing.enabled()).isTrue();
    }
  }

  @Test
  void current_isTheNewestThatIsOpen() {
    Tracing older = Tracing.builder("older").properties(NO_EXPORT).start();
    Tracing newer = Tracing.builder("newer").properties(NO_EXPORT).start();
    assertThat(Tracing.current()).isSameAs(newer);
    newer.close();
    assertThat(Tracing.current()).isSameAs(older);
    older.close();
    assertThat(Tracing.current()).isNull();
  }

  @Test
  void close_twiceDoesNothing() {
    Tracing tracing = Tracing.builder("a").properties(NO_EXPORT).start();
    tracing.close();
    tracing.close();
    tracing.tracer().spanBuilder("late").startSpan().end();
    assertThat(tracing.enabled()).isTrue();
  }

  @Test
  void close_withDeadCollectorReturnsInTime() throws Exception {
    URI closed = URI.create("http://127.0.0.1:" + CollectorStub.closedPort());
    Tracing tracing = Tracing.builder("a").otlpEndpoint(closed).start();
    tracing.tracer().spanBuilder("lost").startSpan().end();
    long start = System.nanoTime();
    tracing.close();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(5_500));
  }

  @Test
  void parts_areTheSameInstanceOnEachCall() {
    try (Tracing tracing = Tracing.builder("a").properties(NO_EXPORT).start()) {
      assertThat(tracing.server()).isSameAs(tracing.server());
      assertThat(tracing.client()).isSameAs(tracing.client());
      assertThat(tracing.tracer()).isSameAs(tracing.tracer());
    }
  }

  @Test
  @SuppressWarnings("NullAway")
  void builder_refusesProgrammingErrors() {
    assertThatIllegalArgumentException().isThrownBy(() -> Tracing.builder(" "));
    assertThatNullPointerException().isThrownBy(() -> Tracing.builder(null));
    assertThatNullPointerException().isThrownBy(() -> Tracing.builder().otlpEndpoint(null));
    assertThatNullPointerException().isThrownBy(() -> Tracing.builder().properties(null));
  }
}

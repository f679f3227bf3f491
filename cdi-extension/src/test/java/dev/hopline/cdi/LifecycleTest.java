// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.Traced;
import dev.hopline.Tracing;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LifecycleTest {
  @Test
  void unsetDisabled_keepsTracingOff_andSaysSoOnce() {
    try (var application = Application.start(Map.of())) {
      assertThat(Tracing.current()).isNull();
      assertThat(application.bean(OpenTelemetry.class).getTracer("x").spanBuilder("y").startSpan())
          .returns(false, span -> span.isRecording());
      assertThat(application.log())
          .containsExactly(
              "INFO Hopline tracing is off; set otel.sdk.disabled=false to turn it on");
    }
  }

  @Test
  void explicitlyDisabled_saysNothing() {
    try (var application = Application.start(Map.of("otel.sdk.disabled", "true"))) {
      assertThat(Tracing.current()).isNull();
      assertThat(application.log()).isEmpty();
    }
  }

  @Test
  void disabledTracing_leavesCallsAlone() {
    var properties = Map.of("otel.sdk.disabled", "true");
    try (var application = Application.start(properties, Work.class)) {
      assertThat(application.bean(Work.class).traced()).isFalse();
    }
  }

  @Test
  void unreadableDisabled_keepsTracingOff_andNamesTheValue() {
    try (var application = Application.start(Map.of("otel.sdk.disabled", "nope"))) {
      assertThat(Tracing.current()).isNull();
      assertThat(application.log())
          .singleElement()
          .asString()
          .startsWith("WARNING")
          .contains("otel.sdk.disabled=nope");
    }
  }

  @Test
  void systemProperty_winsOverFile() {
    var properties =
        Map.of("otel.sdk.disabled", "false", "otel.service.name", "from-system-property");
    try (var application = Application.start(properties)) {
      assertThat(serviceName(application)).isEqualTo("from-system-property");
    }
  }

  @Test
  void file_countsWhereNothingIsAboveIt() {
    try (var application = Application.start()) {
      assertThat(serviceName(application)).isEqualTo("from-file");
    }
  }

  /**
   * The SDK alone would let the system property win: it reads none but that and the environment.
   */
  @Test
  void sourceAboveSystemProperties_winsOverThem() {
    var properties =
        Map.of(
            "otel.sdk.disabled", "false",
            "otel.service.name", "from-system-property",
            "test.source.otel.service.name", "from-source");
    try (var application = Application.start(properties)) {
      assertThat(serviceName(application)).isEqualTo("from-source");
    }
  }

  @Test
  void runtimesApplicationName_namesTheService_whereNothingElseDoes() {
    var properties =
        Map.of(
            "otel.sdk.disabled", "false",
            "test.source.otel.service.name", "",
            "quarkus.application.name", "from-runtime");
    try (var application = Application.start(properties)) {
      assertThat(serviceName(application)).isEqualTo("from-runtime");
    }
  }

  /** Or the SDK would find the system property itself, and fail on what is no number. */
  @Test
  void valueThatConfigurationEmpties_isUnset() {
    var properties =
        Map.of("otel.sdk.disabled", "false", "otel.bsp.max.queue.size", "${no.such.key}");
    try (var application = Application.start(properties)) {
      assertThat(Tracing.current().enabled()).isTrue();
      assertThat(application.warnings()).isEmpty();
    }
  }

  @Test
  void tracing_isOnBeforeTheApplicationStarts_andUntilItHasEnded() {
    try (var application = Application.start(EarlyAndLate.class)) {
      assertThat(application.onlySpan().getName()).isEqualTo("started");
      EarlyAndLate.lastSpanWasRecorded = false;
    }
    assertThat(EarlyAndLate.lastSpanWasRecorded).isTrue();
  }

  @Test
  void redeployment_startsAnew() {
    for (int i = 0; i < 3; i++) {
      try (var application = Application.start()) {
        application.bean(Tracer.class).spanBuilder("span " + i).startSpan().end();
        assertThat(application.onlySpan().getName()).isEqualTo("span " + i);
      }
    }
  }

  @Test
  void tracingStartedBefore_isUsed_andLeftOpen() {
    try (Tracing mine = Tracing.builder("mine").start()) {
      var application = Application.start();
      assertThat(Tracing.current()).isSameAs(mine);
      assertThat(application.log()).isEmpty();
      application.end();
      assertThat(Tracing.current()).isSameAs(mine);
    }
  }

  private static String serviceName(Application application) {
    application.bean(Tracer.class).spanBuilder("any").startSpan().end();
    return application.onlySpan().getResource().getAttribute(stringKey("service.name"));
  }

  @ApplicationScoped
  static class Work {
    @Traced
    boolean traced() {
      return Span.current().isRecording();
    }
  }

  @ApplicationScoped
  static class EarlyAndLate {
    static volatile boolean lastSpanWasRecorded;

    @Inject Tracer tracer;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
      tracer.spanBuilder("started").startSpan().end();
    }

    void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
      lastSpanWasRecorded = tracer.spanBuilder("ended").startSpan().isRecording();
    }
  }
}

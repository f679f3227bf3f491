// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.Traced;
import dev.hopline.cdi.InjectionTest.ElsewhereProducer;
import dev.hopline.cdi.InjectionTest.Telemetry;
import io.opentelemetry.sdk.trace.data.SpanData;
import jakarta.enterprise.context.ApplicationScoped;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The bean archive of the extension sees no bean of the application. */
@Tag("weld")
class ApartExtensionTest {
  @AfterEach
  void forgetSpansOfOthers() {
    ElsewhereProducer.SPANS.reset();
  }

  @Test
  void tracing_starts() {
    try (var application = Application.start(ApartWeld.initializer(), Work.class)) {
      application.bean(Work.class).traced();
      assertThat(application.onlySpan().getName()).isEqualTo("Work.traced");
    }
  }

  @Test
  void injectedTelemetry_makesTheSpansOfThisApplication() {
    try (var application = Application.start(ApartWeld.initializer(), Telemetry.class)) {
      var telemetry = application.bean(Telemetry.class);
      telemetry.tracer.spanBuilder("by tracer").startSpan().end();
      telemetry.openTelemetry.getTracer("mine").spanBuilder("by mine").startSpan().end();
      assertThat(telemetry.meter).isNotNull();
      assertThat(application.spans())
          .extracting(SpanData::getName)
          .containsExactly("by tracer", "by mine");
    }
  }

  @Test
  void applicationsOwnOpenTelemetry_wins() {
    try (var application =
        Application.start(ApartWeld.initializer(), Telemetry.class, ElsewhereProducer.class)) {
      application.bean(Telemetry.class).tracer.spanBuilder("by its own").startSpan().end();
      assertThat(application.spans()).isEmpty();
      assertThat(ElsewhereProducer.names()).containsExactly("by its own");
    }
  }

  @ApplicationScoped
  static class Work {
    @Traced
    void traced() {}
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hopline.Tracing;
import io.opentelemetry.api.trace.Tracer;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** CDI alone: MicroProfile Config is not on the class path. */
@Tag("no-config")
class WithoutConfigTest {
  @Test
  void systemProperties_configureTracing() {
    assertThatThrownBy(() -> Class.forName("org.eclipse.microprofile.config.ConfigProvider"))
        .isInstanceOf(ClassNotFoundException.class);
    var properties =
        Map.of(
            "otel.sdk.disabled", "false",
            "otel.service.name", "from-system-property",
            "otel.traces.exporter", "inbox",
            "otel.metrics.exporter", "none",
            "otel.logs.exporter", "none");
    try (var application = Application.start(properties)) {
      application.bean(Tracer.class).spanBuilder("any").startSpan().end();
      assertThat(application.onlySpan().getResource().getAttribute(stringKey("service.name")))
          .isEqualTo("from-system-property");
    }
  }

  @Test
  void unsetDisabled_keepsTracingOff_andSaysSoOnce() {
    try (var application = Application.start(Map.of())) {
      assertThat(Tracing.current()).isNull();
      assertThat(application.log())
          .containsExactly(
              "INFO Hopline tracing is off; set otel.sdk.disabled=false to turn it on");
    }
  }
}

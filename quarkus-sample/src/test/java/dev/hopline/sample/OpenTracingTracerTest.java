// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.Tracing;
import dev.hopline.tck.OtlpReceiver;
import dev.hopline.tck.ReceivedSpan;
import dev.hopline.tck.SpanInbox;
import io.opentracing.Tracer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.opentracing.Traced;
import org.junit.jupiter.api.Test;

/** What was written for MicroProfile OpenTracing is injected and traced on Quarkus, too. */
@QuarkusTest
class OpenTracingTracerTest {
  @Inject SubShop subShop;

  @Inject
  @Named("shop")
  Shop shop;

  @Test
  void tag_isAnAttributeOfTheMethodsSpan() {
    List<ReceivedSpan> spans;
    try (OtlpReceiver receiver = OtlpReceiver.open()) {
      SpanInbox inbox = SpanInbox.of(receiver);
      try (Tracing tracing =
          Tracing.builder("tck")
              .otlpEndpoint(receiver.endpoint())
              .properties(Map.of("otel.metrics.exporter", "none"))
              .start()) {
        shop.buy();
        subShop.own();
      }
      spans = inbox.take(2);
    }
    assertThat(spans).extracting(ReceivedSpan::name).containsExactly("Shop.buy", "SubShop.own");
    assertThat(spans.get(0).attribute("color")).isEqualTo("blue");
  }

  /** On Weld and OpenWebBeans a subclass does not inherit it; ArC makes no difference to ours. */
  @Traced
  @Named("shop")
  @ApplicationScoped
  static class Shop {
    @Inject Tracer tracer;

    void buy() {
      tracer.activeSpan().setTag("color", "blue");
    }
  }

  @ApplicationScoped
  static class SubShop extends Shop {
    void own() {}
  }
}

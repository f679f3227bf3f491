// SPDX-License-Identifier: Apache-2.0
package dev.hopline.opentracing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.tck.OtlpReceiver;
import dev.hopline.tck.ReceivedSpan;
import dev.hopline.tck.SpanInbox;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentracing.Scope;
import io.opentracing.Span;
import io.opentracing.Tracer;
import io.opentracing.tag.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.opentracing.Traced;
import org.junit.jupiter.api.Test;

/** The injected tracer, in a bean that was written for MicroProfile OpenTracing. */
class TracerTest {
  @Test
  void spansOfTheTracer_areInTheTraceOfTheMethod_withTagsAsAttributes() {
    ReceivedSpan place;
    ReceivedSpan pack;
    try (OtlpReceiver receiver = OtlpReceiver.open()) {
      SpanInbox inbox = SpanInbox.of(receiver);
      Map<String, String> settings =
          Map.of(
              "otel.sdk.disabled", "false",
              "otel.metrics.exporter", "none",
              "otel.logs.exporter", "none",
              "otel.exporter.otlp.endpoint", receiver.endpoint().toString());
      settings.forEach(System::setProperty);
      try (SeContainer container =
          SeContainerInitializer.newInstance().addBeanClasses(Orders.class).initialize()) {
        assertThat(container.select(Orders.class).get().place()).isEqualTo("blue");
      } finally {
        settings.keySet().forEach(System::clearProperty);
      }
      place = inbox.take("span of the method", span -> span.name().equals("Orders.place"));
      pack = inbox.take("span of the tracer", span -> span.name().equals("pack"));
      inbox.assertEmpty();
    }
    assertThat(place.attribute("customer")).isEqualTo("Ada");
    assertThat(pack).matches(span -> span.isChildOf(place));
    assertThat(pack.attribute("weight")).isEqualTo(2L);
    assertThat(pack.status()).isEqualTo(StatusCode.ERROR);
    assertThat(pack.events()).extracting(ReceivedSpan.Event::name).containsExactly("sealed");
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @ApplicationScoped
  static class Orders {
    @Inject Tracer tracer;

    /** Gives back what the baggage of OpenTelemetry has. */
    @Traced
    String place() {
      tracer.activeSpan().setTag("customer", "Ada");
      Span span = tracer.buildSpan("pack").withTag("weight", 2).start();
      span.setBaggageItem("color", "blue");
      try (Scope scope = tracer.scopeManager().activate(span)) {
        span.log("sealed");
        Tags.ERROR.set(span, true);
        return Baggage.current().getEntryValue("color");
      } finally {
        span.finish();
      }
    }
  }
}

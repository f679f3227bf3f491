// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InjectionTest {
  @AfterEach
  void forgetSpansOfOthers() {
    ElsewhereProducer.SPANS.reset();
  }

  @Test
  void injectedTelemetry_makesTheSpansOfThisApplication() {
    try (var application = Application.start(Telemetry.class)) {
      var telemetry = application.bean(Telemetry.class);
      telemetry.tracer.spanBuilder("by tracer").startSpan().end();
      telemetry.openTelemetry.getTracer("mine").spanBuilder("by mine").startSpan().end();
      telemetry.meter.counterBuilder("calls").build().add(1);
      assertThat(application.spans())
          .extracting(SpanData::getName)
          .containsExactly("by tracer", "by mine");
    }
  }

  @Test
  void telemetry_isFoundByLookUp() {
    try (var application = Application.start()) {
      application.bean(Tracer.class).spanBuilder("looked up").startSpan().end();
      assertThat(application.onlySpan().getName()).isEqualTo("looked up");
      assertThat(application.bean(Meter.class)).isNotNull();
    }
  }

  @Test
  void injectedSpan_isTheCurrentOne_atEachCall() {
    try (var application = Application.start(Telemetry.class)) {
      var telemetry = application.bean(Telemetry.class);
      assertThat(telemetry.span.getSpanContext().isValid()).isFalse();
      Span span = telemetry.tracer.spanBuilder("first").startSpan();
      try (Scope ignored = span.makeCurrent()) {
        assertThat(telemetry.span.getSpanContext()).isEqualTo(span.getSpanContext());
        telemetry.span.setAttribute("number", 7).addEvent("event").setStatus(StatusCode.OK);
        telemetry.span.addLink(span.getSpanContext()).updateName("second").end();
      }
      assertThat(telemetry.span.isRecording()).isFalse();
      SpanData data = application.onlySpan();
      assertThat(data.getName()).isEqualTo("second");
      assertThat(data.getAttributes().asMap()).containsExactly(Map.entry(longKey("number"), 7L));
      assertThat(data.getEvents()).hasSize(1);
      assertThat(data.getLinks()).hasSize(1);
      assertThat(data.getStatus().getStatusCode()).isEqualTo(StatusCode.OK);
    }
  }

  /** A context that held the delegating object itself would never end to delegate. */
  @Test
  void injectedSpanAndBaggage_canBeMadeCurrent() {
    try (var application = Application.start(Telemetry.class)) {
      var telemetry = application.bean(Telemetry.class);
      Span span = telemetry.tracer.spanBuilder("made current").startSpan();
      Baggage baggage = Baggage.builder().put("tenant", "blue").build();
      Context context = Context.root().with(span).with(baggage);
      try (Scope ignored = context.makeCurrent()) {
        Context copy = Context.root().with(telemetry.span).with(telemetry.baggage);
        assertThat(Span.fromContext(copy)).isSameAs(span);
        assertThat(Baggage.fromContext(copy)).isSameAs(baggage);
        try (Scope inner = telemetry.span.makeCurrent()) {
          assertThat(Span.current()).isSameAs(span);
        }
      }
      span.end();
    }
  }

  @Test
  void injectedBaggage_isTheCurrentOne_atEachCall() {
    try (var application = Application.start(Telemetry.class)) {
      Baggage injected = application.bean(Telemetry.class).baggage;
      assertThat(injected.isEmpty()).isTrue();
      Baggage baggage = Baggage.builder().put("tenant", "blue").build();
      try (Scope ignored = baggage.makeCurrent()) {
        assertThat(injected.getEntryValue("tenant")).isEqualTo("blue");
        assertThat(injected.asMap()).isEqualTo(baggage.asMap());
        assertThat(injected.size()).isEqualTo(1);
        assertThat(injected.toBuilder().build()).isEqualTo(baggage);
        assertThat(injected.getEntry("tenant").getValue()).isEqualTo("blue");
      }
      assertThat(injected.asMap()).isEmpty();
    }
  }

  @Test
  void applicationsOwnOpenTelemetry_wins() {
    try (var application = Application.start(Telemetry.class, ElsewhereProducer.class)) {
      var telemetry = application.bean(Telemetry.class);
      telemetry.openTelemetry.getTracer("x").spanBuilder("by its own").startSpan().end();
      telemetry.tracer.spanBuilder("by our tracer of its own").startSpan().end();
      assertThat(application.spans()).isEmpty();
      assertThat(ElsewhereProducer.names())
          .containsExactly("by its own", "by our tracer of its own");
    }
  }

  @Test
  void applicationsOwnTracer_wins() {
    try (var application = Application.start(Telemetry.class, ElsewhereTracerProducer.class)) {
      var telemetry = application.bean(Telemetry.class);
      telemetry.tracer.spanBuilder("elsewhere").startSpan().end();
      telemetry.openTelemetry.getTracer("x").spanBuilder("here").startSpan().end();
      assertThat(application.onlySpan().getName()).isEqualTo("here");
      assertThat(ElsewhereProducer.names()).containsExactly("elsewhere");
    }
  }

  @Test
  void qualifiedOpenTelemetry_leavesTheUnqualifiedToUs() {
    try (var application = Application.start(Telemetry.class, QualifiedProducer.class)) {
      application.bean(Telemetry.class).tracer.spanBuilder("here").startSpan().end();
      assertThat(application.onlySpan().getName()).isEqualTo("here");
    }
  }

  @Dependent // Not proxied: the tests read its fields.
  static class Telemetry {
    @Inject OpenTelemetry openTelemetry;
    @Inject Tracer tracer;
    @Inject Meter meter;
    @Inject Span span;
    @Inject Baggage baggage;
  }

  @ApplicationScoped
  static class ElsewhereProducer {
    static final InMemorySpanExporter SPANS = InMemorySpanExporter.create();

    static List<String> names() {
      return SPANS.getFinishedSpanItems().stream().map(SpanData::getName).toList();
    }

    static OpenTelemetry elsewhere() {
      var provider =
          SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(SPANS)).build();
      return OpenTelemetrySdk.builder().setTracerProvider(provider).build();
    }

    @Produces
    @ApplicationScoped
    OpenTelemetry produce() {
      return elsewhere();
    }
  }

  @ApplicationScoped
  static class ElsewhereTracerProducer {
    @Produces
    Tracer produce() {
      return ElsewhereProducer.elsewhere().getTracer("elsewhere");
    }
  }

  @ApplicationScoped
  static class QualifiedProducer {
    @Produces
    @Other
    OpenTelemetry produce() {
      return ElsewhereProducer.elsewhere();
    }
  }

  @Qualifier
  @Retention(RetentionPolicy.RUNTIME)
  @interface Other {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static io.opentelemetry.api.trace.SpanKind.CLIENT;
import static io.opentelemetry.api.trace.SpanKind.CONSUMER;
import static io.opentelemetry.api.trace.SpanKind.INTERNAL;
import static io.opentelemetry.api.trace.SpanKind.PRODUCER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.Traced;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Stereotype;
import jakarta.enterprise.inject.Typed;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which calls are spans, and with what name, kind and parent. */
class MethodSpanTest {
  private static Application application;

  @BeforeAll
  static void start() {
    application =
        Application.start(
            Shop.class,
            Outer.class,
            TracedShop.class,
            SubShop.class,
            QuietSubShop.class,
            PlainSubShop.class,
            QuietShop.class,
            ServiceShop.class,
            InnerServiceShop.class,
            QuietServiceShop.class,
            GenericShop.class);
  }

  @AfterEach
  void reset() {
    application.reset();
  }

  @AfterAll
  static void end() {
    application.close();
  }

  private static <T> SpanData onlySpanOf(Class<T> bean, Consumer<T> call) {
    call.accept(application.bean(bean));
    SpanData span = application.onlySpan();
    application.reset();
    return span;
  }

  private static <T> void assertNoSpanOf(Class<T> bean, Consumer<T> call) {
    call.accept(application.bean(bean));
    assertThat(application.spans()).isEmpty();
  }

  @Test
  void tracedMethod_isNamedAfterClassAndMethod() {
    SpanData span = onlySpanOf(Shop.class, Shop::traced);
    assertThat(span.getName()).isEqualTo("Shop.traced");
    assertThat(span.getKind()).isEqualTo(INTERNAL);
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(span.getInstrumentationScopeInfo().getName()).isEqualTo("dev.hopline");
    assertThat(span.getAttributes().asMap())
        .containsExactly(
            Map.entry(stringKey("code.function.name"), Shop.class.getName() + ".traced"));
  }

  @Test
  void tracedMembers_areObeyed() {
    SpanData span = onlySpanOf(Shop.class, Shop::tracedMembers);
    assertThat(span.getName()).isEqualTo("buy");
    assertThat(span.getKind()).isEqualTo(PRODUCER);
  }

  @Test
  void withSpan_isNamedAfterClassAndMethod() {
    SpanData span = onlySpanOf(Shop.class, Shop::withSpan);
    assertThat(span.getName()).isEqualTo("Shop.withSpan");
    assertThat(span.getKind()).isEqualTo(INTERNAL);
  }

  @Test
  void withSpanMembers_areObeyed() {
    SpanData span = onlySpanOf(Shop.class, Shop::withSpanMembers);
    assertThat(span.getName()).isEqualTo("sell");
    assertThat(span.getKind()).isEqualTo(CONSUMER);
  }

  @Test
  void bothOnOneMethod_areOneSpan_andWithSpanWins() {
    SpanData span = onlySpanOf(Shop.class, Shop::both);
    assertThat(span.getName()).isEqualTo("by WithSpan");
    assertThat(span.getKind()).isEqualTo(CLIENT);
  }

  @Test
  void bothOnOneMethod_takeFromTraced_whatWithSpanLeavesOpen() {
    SpanData span = onlySpanOf(Shop.class, Shop::bothWithOpenWithSpan);
    assertThat(span.getName()).isEqualTo("by Traced");
    assertThat(span.getKind()).isEqualTo(CONSUMER);
  }

  @Test
  void tracedFalse_isNoSpan_evenBesideWithSpan() {
    assertNoSpanOf(Shop.class, Shop::optedOut);
  }

  @Test
  void unannotatedMethod_isNoSpan() {
    assertNoSpanOf(Shop.class, Shop::plain);
  }

  @Test
  void tracedClass_makesEachMethodASpan() {
    assertThat(onlySpanOf(TracedShop.class, TracedShop::buy).getName()).isEqualTo("TracedShop.buy");
  }

  @Test
  void methodsAnnotation_isNearerThanTheClass() {
    assertThat(onlySpanOf(TracedShop.class, TracedShop::renamed).getName()).isEqualTo("renamed");
  }

  @Test
  void tracedFalseOnMethod_optsOutOfTheClass() {
    assertNoSpanOf(TracedShop.class, TracedShop::optedOut);
  }

  @Test
  void withSpan_isNearerThanAnOptedOutClass() {
    assertThat(onlySpanOf(QuietShop.class, QuietShop::loud).getName()).isEqualTo("QuietShop.loud");
    assertNoSpanOf(QuietShop.class, QuietShop::quiet);
  }

  @Test
  void tracedSuperclass_countsForSubclasses() {
    assertThat(onlySpanOf(SubShop.class, SubShop::own).getName()).isEqualTo("SubShop.own");
  }

  @Test
  void inheritedMethod_isNamedAfterItsOwnClass() {
    SpanData span = onlySpanOf(SubShop.class, SubShop::buy);
    assertThat(span.getName()).isEqualTo("TracedShop.buy");
    assertThat(span.getAttributes().get(stringKey("code.function.name")))
        .isEqualTo(TracedShop.class.getName() + ".buy");
  }

  @Test
  void subclass_canOptOutOfItsSuperclass() {
    assertNoSpanOf(QuietSubShop.class, QuietSubShop::buy);
  }

  @Test
  void inheritedWithSpanMethod_isASpan() {
    assertThat(onlySpanOf(PlainSubShop.class, PlainSubShop::withSpan).getName())
        .isEqualTo("Shop.withSpan");
  }

  @Test
  void stereotype_countsLikeTheClass() {
    assertThat(onlySpanOf(ServiceShop.class, ServiceShop::buy).getName()).isEqualTo("service");
    assertNoSpanOf(ServiceShop.class, ServiceShop::optedOut);
  }

  @Test
  void stereotypeOfStereotype_counts() {
    assertThat(onlySpanOf(InnerServiceShop.class, InnerServiceShop::buy).getName())
        .isEqualTo("service");
  }

  @Test
  void classesAnnotation_isNearerThanItsStereotype() {
    assertNoSpanOf(QuietServiceShop.class, QuietServiceShop::buy);
  }

  @Test
  void genericInterface_isOneSpan() {
    SpanData span = onlySpanOf(GenericShop.class, shop -> callAny(shop, "book"));
    assertThat(span.getName()).isEqualTo("GenericShop.buy");
  }

  private static <T> void callAny(Buying<T> buying, T what) {
    buying.buy(what);
  }

  @Test
  void nestedCalls_areParentAndChild_andBaggageGoesAlong() {
    try (Scope ignored = Baggage.builder().put("tenant", "blue").build().makeCurrent()) {
      assertThat(application.bean(Outer.class).call(application.bean(Shop.class)))
          .isEqualTo("blue");
    }
    List<SpanData> spans = application.spans(2);
    SpanData inner = spans.get(0);
    SpanData outer = spans.get(1);
    assertThat(inner.getParentSpanId()).isEqualTo(outer.getSpanId());
    assertThat(inner.getTraceId()).isEqualTo(outer.getTraceId());
  }

  @Test
  void inheritContextFalse_startsATrace_andBaggageGoesAlong() {
    try (Scope ignored = Baggage.builder().put("tenant", "blue").build().makeCurrent()) {
      assertThat(application.bean(Outer.class).callAlone(application.bean(Shop.class)))
          .isEqualTo("blueblue");
    }
    assertThat(application.spans(3))
        .allMatch(span -> !span.getParentSpanContext().isValid())
        .extracting(SpanData::getTraceId)
        .doesNotHaveDuplicates();
  }

  @ApplicationScoped
  static class Shop {
    @Traced
    boolean traced() {
      return Span.current().isRecording();
    }

    @Traced(operationName = "buy", kind = PRODUCER)
    void tracedMembers() {}

    @WithSpan
    String withSpan() {
      return Baggage.current().getEntryValue("tenant");
    }

    @WithSpan(value = "sell", kind = CONSUMER)
    void withSpanMembers() {}

    @WithSpan(value = "by WithSpan", kind = CLIENT)
    @Traced(operationName = "by Traced", kind = CONSUMER)
    void both() {}

    @WithSpan
    @Traced(operationName = "by Traced", kind = CONSUMER)
    void bothWithOpenWithSpan() {}

    @WithSpan
    @Traced(false)
    void optedOut() {}

    @Traced(inheritContext = false)
    String alone() {
      return Baggage.current().getEntryValue("tenant");
    }

    @WithSpan(inheritContext = false)
    String aloneWithSpan() {
      return Baggage.current().getEntryValue("tenant");
    }

    void plain() {}
  }

  @ApplicationScoped
  static class Outer {
    @Traced
    String call(Shop shop) {
      return shop.withSpan();
    }

    @Traced
    String callAlone(Shop shop) {
      return shop.alone() + shop.aloneWithSpan();
    }
  }

  @Traced
  @ApplicationScoped
  static class TracedShop {
    void buy() {}

    @Traced(operationName = "renamed")
    void renamed() {}

    @Traced(false)
    void optedOut() {}
  }

  @ApplicationScoped
  @Typed(SubShop.class)
  static class SubShop extends TracedShop {
    void own() {}
  }

  @Traced(false)
  @ApplicationScoped
  @Typed(QuietSubShop.class)
  static class QuietSubShop extends TracedShop {}

  @ApplicationScoped
  @Typed(PlainSubShop.class)
  static class PlainSubShop extends Shop {}

  @Traced(false)
  @ApplicationScoped
  static class QuietShop {
    @WithSpan
    void loud() {}

    void quiet() {}
  }

  @Traced(operationName = "service")
  @ApplicationScoped
  @Stereotype
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Service {}

  @Service
  @Stereotype
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  @interface InnerService {}

  @Service
  static class ServiceShop {
    void buy() {}

    @Traced(false)
    void optedOut() {}
  }

  @InnerService
  static class InnerServiceShop {
    void buy() {}
  }

  @Service
  @Traced(false)
  static class QuietServiceShop {
    void buy() {}
  }

  interface Buying<T> {
    void buy(T what);
  }

  @Dependent
  static class GenericShop implements Buying<String> {
    @Traced
    @Override
    public void buy(String what) {}
  }
}

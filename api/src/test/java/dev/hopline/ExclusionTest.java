// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExclusionTest {
  @AfterEach
  void threadIsClean() {
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/ready", "/metrics", "/openapi", "/a/b.css"})
  void excludedPath_hasNoSpanAndNoMetric(String path) {
    try (TestService service = excluding("/a/*.css")) {
      HttpSpan span = service.start(TestRequest.get(path));
      assertThat(span.ended()).isTrue();
      span.route("/x");
      span.name("x");
      span.end(500, new IllegalStateException());

      assertThat(service.spans()).isEmpty();
      assertThat(service.points()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/healthy", "/a/b/c.css", "/health/../orders", "/health/..;/orders", "/HEALTH"})
  void otherPath_isTracedHoweverItIsDisguised(String path) {
    try (TestService service = excluding("/a/*.css")) {
      service.start(TestRequest.get(path)).end(200, null);

      assertThat(service.spans()).hasSize(1);
      assertThat(service.points()).hasSize(1);
    }
  }

  @Test
  void platformPaths_areTracedWhenAskedFor() {
    try (TestService service =
        new TestService(Map.of("hopline.server.exclude.platform-paths", "none"))) {
      service.start(TestRequest.get("/health")).end(200, null);

      assertThat(service.spans()).hasSize(1);
      assertThat(service.warnings()).isEmpty();
    }
  }

  @Test
  void calledWithAContext_anExcludedRequestPassesItOn() {
    try (TestService service = excluding("/a")) {
      HttpSpan span =
          service.start(
              TestRequest.get("/a")
                  .with("traceparent", TestService.traceparent("01"))
                  .with("baggage", "tenant=7"));
      TestRequest call = TestRequest.get("http://b/");
      service.client.start(span.context(), call, TestRequest.WRITER).end(200, null);

      // The caller's span is exported by the caller, so a child of it is no orphan.
      assertThat(service.only().getParentSpanId()).isEqualTo(TestService.PARENT);
      assertThat(call.headers.get("traceparent"))
          .isEqualTo("00-" + TestService.TRACE + '-' + service.only().getSpanId() + "-01");
      assertThat(call.headers).containsEntry("baggage", "tenant=7");
    }
  }

  @Test
  void calledWithoutContext_anExcludedRequestKeepsAllBelowItSilent() {
    try (TestService service =
        new TestService(Map.of("hopline.server.exclude.paths", "/a"), Sampler.alwaysOn())) {
      HttpSpan span = service.start(TestRequest.get("/a").with("baggage", "tenant=7"));
      TestRequest call = TestRequest.get("http://b/");
      try (Scope ignored = span.makeCurrent()) {
        Span method = service.sdk.getTracer("app").spanBuilder("method").startSpan();
        try (Scope within = method.makeCurrent()) {
          service.client.start(Context.current(), call, TestRequest.WRITER).end(200, null);
        }
        method.end();
      }
      span.end(200, null);

      assertThat(service.spans()).isEmpty();
      assertThat(call.headers.get("traceparent")).endsWith("-00");
      assertThat(call.headers).containsEntry("baggage", "tenant=7");
    }
  }

  @Test
  void excludedRoute_isTakenBackOnceItIsKnown() {
    try (TestService service =
        new TestService(Map.of("hopline.server.exclude.routes", "/jobs/{id}/**"))) {
      service.start(TestRequest.get("/jobs/7")).end(200, null);
      HttpSpan span = service.start(TestRequest.get("/jobs/7"));
      span.route("/jobs/{id}");
      span.end(200, null);

      assertThat(service.only().getName()).isEqualTo("GET");
      assertThat(service.points()).singleElement().matches(point -> point.getCount() == 1);
    }
  }

  @Test
  void suppressedSpan_givesItsScopeToTheCallersContext() {
    try (TestService service = new TestService(Map.of(), Sampler.alwaysOn())) {
      HttpSpan span =
          service.start(
              TestRequest.get("/a")
                  .with("traceparent", TestService.traceparent("01"))
                  .with("baggage", "tenant=7"));
      try (Scope ignored = span.makeCurrent()) {
        span.suppress();
        assertThat(HttpSpan.current()).isSameAs(span);
        assertThat(Span.current().getSpanContext().getSpanId()).isEqualTo(TestService.PARENT);
        assertThat(Baggage.current().getEntryValue("tenant")).isEqualTo("7");
        service.sdk.getTracer("app").spanBuilder("method").startSpan().end();
      }
      assertThat(Context.current()).isSameAs(Context.root());
      span.end(200, null);

      assertThat(service.only().getName()).isEqualTo("method");
      assertThat(service.only().getParentSpanId()).isEqualTo(TestService.PARENT);
      assertThat(service.points()).isEmpty();
    }
  }

  @Test
  void suppressedRoot_keepsAllBelowItSilent() {
    try (TestService service = new TestService(Map.of(), Sampler.alwaysOn())) {
      HttpSpan span = service.start(TestRequest.get("/a"));
      try (Scope ignored = span.makeCurrent()) {
        span.suppress();
        service.sdk.getTracer("app").spanBuilder("method").startSpan().end();
      }
      assertThat(Span.fromContext(span.context()).getSpanContext())
          .matches(SpanContext::isValid)
          .matches(context -> !context.isSampled());

      assertThat(service.spans()).isEmpty();
    }
  }

  @Test
  void suppressedSpan_leavesNoOrphansWhereItIsStillCurrent() {
    try (TestService service = new TestService(Map.of(), Sampler.alwaysOn())) {
      HttpSpan span = service.start(TestRequest.get("/a"));
      Context before = span.context().with(Baggage.builder().put("k", "v").build());
      TestRequest call = TestRequest.get("http://b/");
      try (Scope ignored = span.makeCurrent();
          Scope between = before.makeCurrent()) {
        span.suppress();
        service.sdk.getTracer("app").spanBuilder("method").startSpan().end();
        service.client.start(Context.current(), call, TestRequest.WRITER).end(200, null);
      }

      assertThat(service.spans()).isEmpty();
      assertThat(call.headers.get("traceparent")).endsWith("-00");
      assertThat(call.headers).containsEntry("baggage", "k=v");
    }
  }

  @Test
  void spanWithChildren_isNotTakenBack() {
    try (TestService service = new TestService(Map.of())) {
      HttpSpan span = service.start(TestRequest.get("/a"));
      try (Scope ignored = span.makeCurrent()) {
        service.sdk.getTracer("app").spanBuilder("authenticate").startSpan().end();
        span.suppress();
        assertThat(span.ended()).isFalse();
      }
      span.end(200, null);

      assertThat(service.spans()).hasSize(2);
      assertThat(service.points()).hasSize(1);
    }
  }

  @Test
  void suppressedSpan_isTakenBackFromAllThreads() throws InterruptedException {
    try (TestService service = new TestService(Map.of())) {
      HttpSpan span =
          service.start(TestRequest.get("/a").with("traceparent", TestService.traceparent("01")));
      try (Scope ignored = span.makeCurrent()) {
        Thread other =
            new Thread(
                () -> {
                  try (Scope own = span.makeCurrent()) {
                    span.suppress();
                  }
                });
        other.start();
        other.join();
        assertThat(Span.current().getSpanContext().getSpanId()).isEqualTo(TestService.PARENT);
      }
      assertThat(service.spans()).isEmpty();
    }
  }

  @Test
  void suppressedSpan_isNotSentByTheWholeOfTracing() throws Exception {
    try (CollectorStub collector = new CollectorStub()) {
      try (Tracing tracing = Tracing.builder("a").otlpEndpoint(collector.uri()).start()) {
        HttpSpan span = tracing.server().start(TestRequest.get("/needle"), TestRequest.READER);
        try (Scope ignored = span.makeCurrent()) {
          span.suppress();
          tracing.tracer().spanBuilder("below").startSpan().end();
        }
        tracing.server().start(TestRequest.get("/kept"), TestRequest.READER).end(200, null);
      }
      assertThat(collector.hasSpan("/kept")).isTrue();
      assertThat(collector.hasSpan("needle")).isFalse();
      assertThat(collector.hasSpan("below")).isFalse();
    }
  }

  private static TestService excluding(String paths) {
    return new TestService(Map.of("hopline.server.exclude.paths", paths));
  }
}

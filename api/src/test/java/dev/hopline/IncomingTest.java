// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingTest {
  private static final String KEY = "hopline.server.incoming";

  @Test
  void trusted_continuesTheTrace() {
    try (TestService service = new TestService(Map.of())) {
      HttpSpan span = service.start(called("/a", "01"));
      span.end(200, null);

      assertThat(service.only().getTraceId()).isEqualTo(TestService.TRACE);
      assertThat(service.only().getLinks()).isEmpty();
      assertThat(Baggage.fromContext(span.context()).getEntryValue("tenant")).isEqualTo("7");
    }
  }

  @Test
  void linked_startsATraceThatLinksToTheForeignOneAndTakesNothingElseOfIt() {
    try (TestService service = new TestService(Map.of(KEY, "LINK"))) {
      HttpSpan span = service.start(called("/a", "00"));
      TestRequest call = TestRequest.get("http://b/");
      service.client.start(span.context(), call, TestRequest.WRITER);
      span.end(200, null);

      SpanData root = service.only();
      assertThat(root.getTraceId()).isNotEqualTo(TestService.TRACE);
      assertThat(root.getParentSpanContext().isValid()).isFalse();
      assertThat(root.getLinks())
          .singleElement()
          .satisfies(
              link -> {
                assertThat(link.getSpanContext().getTraceId()).isEqualTo(TestService.TRACE);
                assertThat(link.getSpanContext().getSpanId()).isEqualTo(TestService.PARENT);
                assertThat(link.getSpanContext().getTraceState().isEmpty()).isTrue();
              });
      assertThat(call.headers.get("traceparent")).contains(root.getTraceId()).matches(".*-0[13]");
      assertThat(call.headers).doesNotContainKeys("baggage", "tracestate");
    }
  }

  @Test
  void forcedSamplingOfStrangers_hasNoEffect() {
    Map<String, String> link = Map.of(KEY, "link");
    Sampler few = Sampler.parentBased(Sampler.traceIdRatioBased(0.01));
    try (TestService service = new TestService(link, few)) {
      for (int i = 0; i < 2_000; i++) {
        service.start(called("/a", "01")).end(200, null);
      }

      assertThat(service.spans()).hasSizeLessThan(100);
    }
  }

  @Test
  void ignored_hasNoLinkEither() {
    try (TestService service = new TestService(Map.of(KEY, "ignore"))) {
      HttpSpan span = service.start(called("/a", "00"));
      span.end(200, null);

      assertThat(service.only().getTraceId()).isNotEqualTo(TestService.TRACE);
      assertThat(service.only().getLinks()).isEmpty();
      assertThat(Baggage.fromContext(span.context()).isEmpty()).isTrue();
    }
  }

  @Test
  void linkedWithoutContext_hasNoLink() {
    try (TestService service = new TestService(Map.of(KEY, "link"))) {
      service.start(TestRequest.get("/a")).end(200, null);

      assertThat(service.only().getLinks()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/public/a, LINK",
    "/public, LINK",
    "/publicity, TRUST",
    "/public/hook/x, IGNORE",
    "/internal, TRUST",
  })
  void paths_decideForThemselves(String path, Incoming.Mode mode) {
    assertThat(rules(null).mode(path)).isEqualTo(mode);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%70ublic/a",
        "//public/a",
        "/./public/a",
        "/x/../public/a",
        "/x/..;v=1/public/a",
        "/public;v=1/a",
        "/public%2Fa",
        "/x%2f..%2fpublic/a",
        "\\public\\a",
        "/public/../internal",
        "/public/%2e%2e/internal",
      })
  void pathInDisguise_isTrustedNoMoreThanWhatItMayStandFor(String path) {
    assertThat(rules(null).mode(path)).isEqualTo(Incoming.Mode.LINK);
  }

  @ParameterizedTest
  @CsvSource({"/internal/a, TRUST", "/other, IGNORE", "/internal/../other, IGNORE"})
  void trustedPaths_areExceptions(String path, Incoming.Mode mode) {
    assertThat(rules("ignore").mode(path)).isEqualTo(mode);
  }

  @Test
  void excludedRequest_passesNoForeignContextOn() {
    Map<String, String> settings = Map.of(KEY, "link", "hopline.server.exclude.paths", "/a");
    try (TestService service = new TestService(settings, Sampler.alwaysOn())) {
      HttpSpan span = service.start(called("/a", "01"));
      TestRequest call = TestRequest.get("http://b/");
      service.client.start(span.context(), call, TestRequest.WRITER).end(200, null);

      assertThat(service.spans()).isEmpty();
      assertThat(call.headers.get("traceparent")).doesNotContain(TestService.TRACE).endsWith("-00");
      assertThat(call.headers).doesNotContainKeys("baggage", "tracestate");
    }
  }

  private static Incoming rules(@Nullable String otherwise) {
    Map<String, String> settings = new HashMap<>();
    if (otherwise != null) {
      settings.put(KEY, otherwise);
    }
    settings.put(KEY + ".link.paths", "/public/**");
    settings.put(KEY + ".ignore.paths", "/public/hook/*");
    settings.put(KEY + ".trust.paths", "/internal/**");
    return TestService.settings(settings).incoming;
  }

  private static TestRequest called(String path, String flags) {
    return TestRequest.get(path)
        .with("traceparent", TestService.traceparent(flags))
        .with("tracestate", "vendor=secret")
        .with("baggage", "tenant=7");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call takes along, and what its span says of it. */
class OutgoingTest {
  private static final String PROPAGATE_TO = "hopline.client.propagate-to";
  private static final String EXCLUDED = "hopline.client.exclude.hosts";

  /** A request is being served that came with everything. */
  private static final Context CALLER =
      Context.root()
          .with(
              Span.wrap(
                  SpanContext.createFromRemoteParent(
                      TestService.TRACE,
                      TestService.PARENT,
                      TraceFlags.getSampled(),
                      TraceState.builder().put("vendor", "1").build())))
          .with(Baggage.builder().put("tenant", "7").build());

  private static TestRequest call(Map<String, String> settings, TestRequest request) {
    try (TestService service = new TestService(settings)) {
      call(service, request);
    }
    return request;
  }

  private static void call(TestService service, TestRequest request) {
    service.client.start(CALLER, request, TestRequest.WRITER).end(200, null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://a.example.org/",
        "http://A.EXAMPLE.ORG:8080/x?y",
        "http://a.b.example.org/",
        "http://user:pw@my_service:8080/",
        "http://[::1]:8080/",
        "http://localhost/"
      })
  void receiver_getsAll(String url) {
    String receivers = "*.Example.org, my_service, [::1], localhost";

    assertThat(call(Map.of(PROPAGATE_TO, receivers), TestRequest.get(url)).headers)
        .containsOnlyKeys("traceparent", "tracestate", "baggage");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/",
        "http://a.example.org.evil.example/",
        "http://a.example.org@evil.example/",
        "http://evil.example/a.example.org",
        "http://evil.example?.example.org",
        "http://localhost.evil.example/",
        "urn:a.example.org"
      })
  void others_getNothingAndHaveASpan(String url) {
    try (TestService service = new TestService(Map.of(PROPAGATE_TO, "*.example.org, localhost"))) {
      TestRequest request = TestRequest.get(url);
      call(service, request);

      assertThat(request.headers).isEmpty();
      assertThat(service.only().getTraceId()).isEqualTo(TestService.TRACE);
    }
  }

  @ParameterizedTest
  @CsvSource({"none, false", "*, true", "'', true"})
  void receivers_areAllUnlessSaid(String receivers, boolean sent) {
    TestRequest request = TestRequest.get("http://a.example/");

    assertThat(call(Map.of(PROPAGATE_TO, receivers), request).headers.isEmpty()).isNotEqualTo(sent);
  }

  @Test
  void excludedHost_getsTheContextOfTheCaller() {
    try (TestService service = new TestService(Map.of(EXCLUDED, "collector.*"))) {
      TestRequest request = TestRequest.get("http://collector.example/");
      call(service, request);

      assertThat(service.spans()).isEmpty();
      assertThat(request.headers)
          .containsEntry("traceparent", TestService.traceparent("01"))
          .containsEntry("tracestate", "vendor=1")
          .containsEntry("baggage", "tenant=7");
      call(service, TestRequest.get("http://other.example/"));
      assertThat(service.spans()).hasSize(1);
    }
  }

  @Test
  void untracedCall_sendsTheContextOfTheCaller() {
    try (TestService service = new TestService(Map.of())) {
      TestRequest request = TestRequest.get("http://a.example/");
      request.traced = false;
      call(service, request);

      assertThat(service.spans()).isEmpty();
      assertThat(request.headers).containsEntry("traceparent", TestService.traceparent("01"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"traceparent", "tracestate"})
  void headerOfTheTraceThatIsSet_staysAlone(String header) {
    TestRequest request = TestRequest.get("http://a.example/").with(header, "the application's");

    assertThat(call(Map.of(), request).headers)
        .isEqualTo(Map.of(header, "the application's", "baggage", "tenant=7"));
  }

  @Test
  void baggageThatIsSet_stays() {
    TestRequest request = TestRequest.get("http://a.example/").with("baggage", "own=1");

    assertThat(call(Map.of(), request).headers)
        .containsOnlyKeys("traceparent", "tracestate", "baggage")
        .containsEntry("baggage", "own=1");
  }

  @Test
  void template_isNameAndAttribute() {
    try (TestService service = new TestService(Map.of())) {
      TestRequest request = TestRequest.get("http://a.example/books/7");
      request.template = "/books/{id}";
      call(service, request);

      assertThat(service.only().getName()).isEqualTo("GET /books/{id}");
      assertThat(service.attributes()).containsEntry("url.template", "/books/{id}");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://a.example/x             | a.example  | 80
          https://a.example              | a.example  | 443
          HTTPS://a.example:8443         | a.example  | 8443
          http://user:pw@a.example:81/   | a.example  | 81
          http://my_service/             | my_service | 80
          http://my_service:8080/        | my_service | 8080
          https://user:pw@my_service/    | my_service | 443
          http://my_service:99999/       | my_service | 80
          http://[2001:db8::1]:8080/     | [2001:db8::1] | 8080
          http://127.0.0.1/              | 127.0.0.1  | 80
          stork://books/                 | books      |
          urn:books                      |            |
          /books                         |            |
          """)
  void address_isOfTheUri(String url, @Nullable String address, @Nullable String port) {
    try (TestService service = new TestService(Map.of())) {
      call(service, TestRequest.get(url));

      assertThat(service.attributes().get("server.address")).isEqualTo(address);
      assertThat(service.attributes().get("server.port")).isEqualTo(port);
      assertThat(service.attributes().get("url.full")).doesNotContain("user", "pw");
    }
  }

  @Test
  void askedHeaders_areCaptured() {
    String key = "otel.instrumentation.http.client.capture-";
    try (TestService service =
        new TestService(
            Map.of(
                key + "request-headers", "x-asked,authorization",
                key + "response-headers", "x-answered,set-cookie"))) {
      TestRequest request =
          TestRequest.get("http://a.example/").with("x-asked", "1").with("authorization", "secret");
      HttpSpan span = service.client.start(CALLER, request, TestRequest.WRITER);
      span.response(Map.of("x-answered", "2", "set-cookie", "secret"), Map::get);
      span.end(200, null);

      assertThat(service.attributes())
          .containsEntry("http.request.header.x-asked", "[1]")
          .containsEntry("http.response.header.x-answered", "[2]");
      assertThat(service.attributes().toString()).doesNotContain("secret");
      service.take();
      service.start(TestRequest.get("/").with("x-asked", "1")).end(200, null);
      assertThat(service.attributes()).doesNotContainKey("http.request.header.x-asked");
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSettingsTest {
  private static final String REQUEST_HEADERS =
      "otel.instrumentation.http.server.capture-request-headers";
  private static final String RESPONSE_HEADERS =
      "otel.instrumentation.http.server.capture-response-headers";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hopline.server.incoming          | lnik         | hopline.server.incoming=lnik is ignored: known are trust, link, ignore; trust is used.
          hopline.server.traceresponse     | yes          | hopline.server.traceresponse=yes is ignored: known are false, true; false is used.
          hopline.server.exclude.paths     | health, /a   | hopline.server.exclude.paths: "health" is left out: a path starts with a slash, as /health.
          hopline.server.trusted-proxies   | gateway, ::1 | hopline.server.trusted-proxies: "gateway" is left out: it is no address, no block such as 10.0.0.0/8 and not *.
          hopline.server.trusted-proxies   | 10.0.0.0/33  | "10.0.0.0/33" is left out
          hopline.server.forwarding-headers | x-real-ip   | "x-real-ip" is left out: known are forwarded, x-forwarded-for.
          otel.instrumentation.http.server.capture-request-headers | x y, a | "x y" is left out: no header has this name, and there are no wildcards.
          otel.instrumentation.http.server.capture-request-headers | *      | "*" is left out: no header has this name, and there are no wildcards.
          otel.instrumentation.http.server.capture-request-headers | Authorization, a | "Authorization" is left out: it holds secrets; hopline.http.capture-sensitive-headers=true captures it all the same.
          hopline.server.exlude.paths      | /a           | hopline.server.exlude.paths is ignored: there is no such key. Did you mean hopline.server.exclude.paths?
          hopline.server.route-regx        | true         | hopline.server.route.regx is ignored: there is no such key. Did you mean hopline.server.route-regex?
          hopline.client.propagate-to      | http://a/, b | "http://a/" is left out: it is no host alone, without scheme, port and path, such as *.example.org.
          hopline.client.exclude.hosts     | a:80         | "a:80" is left out: it is no host alone
          hopline.color                    | blue         | hopline.color is ignored: there is no such key.
          """)
  void wrongSetting_costsOneLine(String key, String value, String said) {
    try (TestService service = new TestService(Map.of(key, value))) {
      assertThat(service.warnings()).singleElement().asString().contains(said);
      service.start(TestRequest.get("/b")).end(200, null);
      assertThat(service.spans()).hasSize(1);
    }
  }

  @Test
  void wrongElement_leavesTheOthersInForce() {
    try (TestService service =
        new TestService(Map.of("hopline.server.exclude.paths", "health, /a"))) {
      assertThat(service.start(TestRequest.get("/a")).ended()).isTrue();
    }
  }

  @Test
  void longAndStrangeValue_isOneShortLine() {
    try (TestService service =
        new TestService(Map.of("hopline.server.incoming", "x\r\n\u001b[31m" + "y".repeat(5000)))) {
      assertThat(service.warnings())
          .singleElement()
          .asString()
          .hasSizeLessThan(300)
          .doesNotContain("\n", "\u001b");
    }
  }

  @Test
  void start_tellsOfWrongSettingsOnce() {
    Map<String, String> settings =
        Map.of(Settings.TRACES_EXPORTER, "none", "hopline.server.incoming", "lnik");
    try (LogLines log = new LogLines();
        Tracing tracing = Tracing.builder("a").properties(settings).start()) {
      assertThat(tracing.enabled()).isTrue();
      assertThat(log.warnings()).singleElement().asString().contains("hopline.server.incoming");
    }
  }

  @Test
  void disabled_saysNothing() {
    Map<String, String> settings = Map.of(Settings.DISABLED, "true", "hopline.server.x", "y");
    try (LogLines log = new LogLines();
        Tracing tracing = Tracing.builder("a").properties(settings).start()) {
      assertThat(tracing.enabled()).isFalse();
      assertThat(log.warnings()).isEmpty();
    }
  }

  @Test
  void environmentsSpelling_isTheSameKey() {
    try (SystemProperty property = new SystemProperty("hopline.server.trusted.proxies", "*");
        SystemProperty methods =
            new SystemProperty("otel.instrumentation.http.known.methods", "GET")) {
      HttpSettings settings = TestService.settings(Map.of());

      assertThat(settings.methodName("POST")).isEqualTo("HTTP");
      assertThat(
              settings.proxies.client(
                  null, TestRequest.get("/").with("x-forwarded-for", "::1"), TestRequest.READER))
          .isEqualTo("::1");
    }
  }

  @Test
  void knownMethods_replaceTheUsualOnes() {
    try (TestService service =
        new TestService(Map.of("otel.instrumentation.http.known-methods", "GET, BREW"))) {
      service.start(new TestRequest("BREW", "/pot")).end(200, null);
      assertThat(service.only().getName()).isEqualTo("BREW");
      assertThat(service.attributes()).containsEntry("http.request.method", "BREW");
      assertThat(TestService.settings(Map.of()).methodName("BREW")).isEqualTo("HTTP");
    }
  }

  @Test
  void methodOfTheUnknownOnesName_isUnknown() {
    try (TestService service = new TestService(Map.of())) {
      service.start(new TestRequest("HTTP", "/")).end(200, null);
      assertThat(service.attributes())
          .containsEntry("http.request.method", "_OTHER")
          .containsEntry("http.request.method_original", "HTTP");
    }
  }

  @Test
  void headers_areCapturedByName() {
    Map<String, String> settings =
        Map.of(REQUEST_HEADERS, "X-Tenant,x-missing", RESPONSE_HEADERS, "Content-Type");
    try (TestService service = new TestService(settings)) {
      HttpSpan span = service.start(TestRequest.get("/").with("x-tenant", "a, b").with("x-y", "n"));
      span.response(Map.of("content-type", "text/plain", "etag", "n"), Map::get);
      span.end(200, null);
      span.response(Map.of("content-type", "late"), Map::get);

      assertThat(service.attributes())
          .containsEntry("http.request.header.x-tenant", "[a, b]")
          .containsEntry("http.response.header.content-type", "[text/plain]")
          .doesNotContainKeys("http.request.header.x-missing", "http.response.header.etag");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "authorization",
        "Proxy-Authorization",
        "Cookie",
        "set-cookie",
        "x-api-key",
        "X-Auth-Token",
        "x-forwarded-client-cert",
        "x-csrf-token",
        "x-amz-security-token",
        "x-vault-token",
        "cf-access-jwt-assertion",
      })
  void secretHeaders_areCapturedOnlyIfForced(String name) {
    Map<String, String> settings = new HashMap<>();
    settings.put(REQUEST_HEADERS, name + ",x-a");
    settings.put(RESPONSE_HEADERS, name);
    try (TestService service = new TestService(settings)) {
      HttpSpan span =
          service.start(TestRequest.get("/").with(name.toLowerCase(Locale.ROOT), "needle"));
      span.response("needle", (response, header) -> response);
      span.end(200, null);
      assertThat(service.attributes().toString()).doesNotContain("needle");
      assertThat(service.warnings()).hasSize(2);
    }
    settings.put("hopline.http.capture-sensitive-headers", "true");
    try (TestService service = new TestService(settings)) {
      service
          .start(TestRequest.get("/").with(name.toLowerCase(Locale.ROOT), "needle"))
          .end(200, null);
      assertThat(service.attributes().toString()).contains("needle");
      assertThat(service.warnings()).hasSize(2).allMatch(line -> line.contains("spans will hold"));
    }
  }

  @Test
  void traceresponse_isThereOnlyWhenAskedFor() {
    try (TestService service = new TestService(Map.of())) {
      assertThat(service.start(TestRequest.get("/")).traceresponse()).isNull();
    }
    try (TestService service = new TestService(Map.of("hopline.server.traceresponse", "true"))) {
      HttpSpan span = service.start(TestRequest.get("/"));
      String value = span.traceresponse();
      span.end(200, null);
      assertThat(value)
          .matches(
              "00-" + service.only().getTraceId() + '-' + service.only().getSpanId() + "-0[13]");
      assertThat(service.start(TestRequest.get("/health")).traceresponse()).isNull();
    }
  }

  @Test
  void routeRegex_isKeptOnlyWhenAskedFor() {
    try (TestService service = new TestService(Map.of())) {
      assertThat(service.start(TestRequest.get("/")).keepsRouteRegex()).isFalse();
    }
    try (TestService service = new TestService(Map.of("hopline.server.route-regex", "TRUE"))) {
      assertThat(service.start(TestRequest.get("/")).keepsRouteRegex()).isTrue();
    }
  }

  @Test
  void longValues_areCutByDefault() throws Exception {
    try (CollectorStub collector = new CollectorStub();
        LogLines log = new LogLines()) {
      try (Tracing tracing = Tracing.builder("a").otlpEndpoint(collector.uri()).start()) {
        TestRequest request =
            TestRequest.get("/a").with("user-agent", "u".repeat(16_384) + "needle");
        tracing.server().start(request, TestRequest.READER).end(200, null);
      }
      assertThat(collector.hasSpan("uuuu")).isTrue();
      assertThat(collector.hasSpan("needle")).isFalse();
      assertThat(log.at(Level.WARNING)).isEmpty();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Anybody may send anything: nothing throws, takes long, is logged or shows a secret. */
class HostileRequestTest {
  private static final String NEEDLE = "n33dle";

  private static final String[] PARTS = {
    "/",
    "a",
    "%",
    "%2e",
    "..",
    ";",
    "?",
    "#",
    "@",
    ":",
    "//",
    "[",
    "]",
    "\"",
    "\\",
    ",",
    "=",
    " ",
    "for=",
    "For=\"",
    "1.2.3.4",
    "::1",
    "fd00::",
    "_x",
    "unknown",
    "65536",
    "&",
    "\u0000",
    "\uFFFF",
    "\uD800",
    "é",
    "00-",
    "-01",
    "tenant=7",
    "\r\n",
    "*",
    "**",
    "http://",
    "\u001b[31m"
  };

  private static final Map<String, String> SETTINGS =
      Map.of(
          "hopline.server.exclude.paths", "/a/**/b*/**, **.css, /x/*/y",
          "hopline.server.exclude.routes", "/a/*",
          "hopline.server.incoming.link.paths", "/a/**, **a**/**",
          "hopline.server.trusted-proxies", "*",
          "hopline.server.traceresponse", "true",
          "otel.instrumentation.http.server.capture-request-headers", "x-a, baggage",
          "otel.instrumentation.http.server.capture-response-headers", "x-a");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void randomRequest_makesOneSpanOrNone(int seed) {
    Random random = new Random(seed);
    try (TestService service = new TestService(SETTINGS);
        LogLines log = new LogLines()) {
      for (int i = 0; i < 5_000; i++) {
        HttpSpan span = service.start(request(random));
        span.route("/a/b" + random.nextInt(9)); // A route is the application's.
        span.response(text(random), (response, name) -> response);
        boolean excluded = span.ended();
        span.end(random.nextInt(-1, 700), random.nextBoolean() ? new Error(text(random)) : null);
        assertThat(service.take()).hasSize(excluded ? 0 : 1);
      }
      assertThat(log.warnings()).isEmpty();
    }
  }

  @Test
  void hugeRequest_takesNoTime() {
    try (TestService service = new TestService(SETTINGS)) {
      for (String part : PARTS) {
        String huge = part.repeat(100_000 / part.length());
        assertTimeoutPreemptively(
            Duration.ofSeconds(5),
            () -> {
              TestRequest request =
                  new TestRequest(huge, '/' + huge).query(huge).over(huge, huge).from(huge);
              for (String header :
                  new String[] {
                    "host", "forwarded", "x-forwarded-for", "traceparent", "baggage", "x-a"
                  }) {
                request.with(header, huge);
              }
              service.start(request).end(200, null);
            },
            () -> "repeated " + part);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://user:n33dle@host/a?sig=n33dle, /a",
    "http://user:n33dle@host, /",
    "https://user:n33dle@host?x=/n33dle, /",
    "//user:n33dle@host/a, /a",
    "//host//a, //host//a",
    "/a?token=n33dle, /a",
    "/a#n33dle, /a",
    "/a/http://b/c, /a/http://b/c",
    "*, *",
    "'', ''",
  })
  void path_holdsNeitherUserNorQuery(String target, String path) {
    try (TestService service = new TestService(Map.of())) {
      service.start(TestRequest.get(target).query("sig=" + NEEDLE)).end(200, null);

      assertThat(service.attributes()).containsEntry("url.path", path);
      assertThat(service.attributes().toString()).doesNotContain(NEEDLE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"user:n33dle@host", "n33dle@host:80", "n33dle host", "n33dle/x"})
  void host_isNothingButAHost(String host) {
    try (TestService service = new TestService(Map.of())) {
      service.start(TestRequest.get("/a").with("host", host)).end(200, null);

      assertThat(service.attributes()).doesNotContainKeys("server.address", "server.port");
    }
  }

  @Test
  void secrets_areInNoAttribute() {
    Random random = new Random(5);
    try (TestService service = new TestService(Map.of())) {
      for (int i = 0; i < 5_000; i++) {
        String query = clean(random) + "&sig=" + NEEDLE + '&' + clean(random);
        String user = "http://u" + random.nextInt() + ':' + NEEDLE + "@h/" + clean(random);
        service
            .start(
                TestRequest.get(user)
                    .query(query)
                    .with("authorization", NEEDLE)
                    .with("cookie", NEEDLE)
                    .with("host", "u:" + NEEDLE + "@h")
                    .with("baggage", "k=" + NEEDLE))
            .end(200, null);
      }
      String spans = service.take().toString();
      assertThat(spans).contains("url.query").doesNotContain(NEEDLE);
    }
  }

  private static TestRequest request(Random random) {
    TestRequest request =
        new TestRequest(random.nextBoolean() ? "GET" : text(random), text(random))
            .query(text(random))
            .over(text(random), text(random))
            .from(text(random));
    for (String header :
        new String[] {"host", "forwarded", "x-forwarded-for", "tracestate", "baggage", "x-a"}) {
      request.with(header, text(random));
    }
    request.with(
        "traceparent", random.nextBoolean() ? TestService.traceparent("01") : text(random));
    return request;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(PARTS[random.nextInt(PARTS.length)]);
    }
    return text.toString();
  }

  /** Without what would start a user of its own. */
  private static String clean(Random random) {
    return text(random).replace("@", "").replace("//", "");
  }
}

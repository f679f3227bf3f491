// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be asked for by key does what its documentation says, and nothing does it unasked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class FeatureContract {
  private static final String SECRET = "an0therSecret";

  @RegisterExtension final TracedApplication app;

  /** A contract for a runtime that is not open. */
  protected FeatureContract(TracingRuntime runtime) {
    app = new TracedApplication(runtime, settings());
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    String http = "otel.instrumentation.http.";
    settings.put(
        http + "server.capture-request-headers", "X-Asked,absent,authorization,Cookie,x-api-key");
    settings.put(
        http + "server.capture-response-headers", "content-type,called-status,absent,set-cookie");
    settings.put(http + "known-methods", "GET,POST,BREW");
    settings.put("hopline.http.sensitive-query-parameters", "pin");
    settings.put("hopline.server.traceresponse", "true");
    settings.put("hopline.server.trusted-proxies", "127.0.0.0/8,::1,10.0.0.0/8");
    settings.put("hopline.server.route-regex", "true");
    return settings;
  }

  @Test
  void askedRequestHeaders_areCaptured() throws IOException, InterruptedException {
    app.get("ok", "x-asked", "one", "X-ASKED", "two", "x-other", "three");

    ReceivedSpan span = app.takeServer("GET", "ok", 200);
    assertThat(captured(span, "request"))
        .isEqualTo(Map.of("http.request.header.x-asked", List.of("one,two")));
  }

  @Test
  void askedResponseHeaders_areCaptured() throws IOException, InterruptedException {
    String url = app.uri("ok").toString();
    assertThat(app.get("call?url=" + url).statusCode()).isEqualTo(200);

    ReceivedSpan called = app.spans.take(span -> app.fromRoot("ok").equals(path(span)));
    ReceivedSpan span = app.spans.takeServer();
    app.spans.takeClient();
    assertThat(captured(called, "response").get("http.response.header.content-type"))
        .asString()
        .startsWith("[text/plain");
    assertThat(captured(span, "response"))
        .containsOnlyKeys("http.response.header.content-type", "http.response.header.called-status")
        .containsEntry("http.response.header.called-status", List.of("200"));
  }

  private static Map<String, Object> captured(ReceivedSpan span, String side) {
    Map<String, Object> captured = new HashMap<>(span.attributes());
    captured.keySet().removeIf(key -> !key.startsWith("http." + side + ".header."));
    return captured;
  }

  private static String path(ReceivedSpan span) {
    return String.valueOf(span.attribute("url.path"));
  }

  /** They are asked for in the settings above, but not twice. */
  @Test
  void secretHeaders_areNotCaptured() throws IOException, InterruptedException {
    app.get("ok", "Authorization", SECRET, "Cookie", "a=" + SECRET, "X-Api-Key", SECRET);

    ReceivedSpan span = app.takeServer("GET", "ok", 200);
    assertThat(span.attributes().toString()).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @CsvSource({
    "pin=4711, pin=REDACTED",
    "sig=a&b=c, sig=REDACTED&b=c",
    "b=c&X-Amz-Signature=a%26b, b=c&X-Amz-Signature=REDACTED",
    "AWSAccessKeyId=a&Signature=b, AWSAccessKeyId=REDACTED&Signature=REDACTED",
    "X-Goog-Signature=a&Pin=b, X-Goog-Signature=REDACTED&Pin=b"
  })
  void secretQueryParameters_areRedacted(String query, String redacted)
      throws IOException, InterruptedException {
    app.get("ok?" + query);

    assertThat(app.takeServer("GET", "ok", 200).attribute("url.query")).isEqualTo(redacted);
  }

  @Test
  void knownMethods_areThoseOfTheKey() throws IOException, InterruptedException {
    app.send("BREW", "nothing");
    app.send("DELETE", "nothing");

    assertThat(app.spans.takeServer().attributes())
        .containsEntry("http.request.method", "BREW")
        .doesNotContainKey("http.request.method_original");
    assertThat(app.spans.takeServer().attributes())
        .containsEntry("http.request.method", "_OTHER")
        .containsEntry("http.request.method_original", "DELETE");
  }

  @ParameterizedTest
  @CsvSource({"ok, 200", "nothing, 404", "status/503, 503", "mapped/409, 409", "later/async, 200"})
  void traceresponse_namesTheSpan(String path, int httpStatus)
      throws IOException, InterruptedException {
    assertTraceresponse(path, httpStatus);
  }

  /** The server's own page may be all that there is. */
  @Test
  void traceresponseOfUnmappedException_namesTheSpan() throws IOException, InterruptedException {
    assertTraceresponse("throws", 500);
  }

  private void assertTraceresponse(String path, int httpStatus)
      throws IOException, InterruptedException {
    HttpResponse<String> response = app.get(path);

    ReceivedSpan span = app.takeServer("GET", path, httpStatus);
    String flags = "%02x".formatted(span.flags() & 0xFF);
    assertThat(response.headers().allValues("traceresponse"))
        .containsExactly("00-" + span.traceId() + "-" + span.spanId() + "-" + flags);
  }

  /** Only where a runtime tells who its peer is can it be known to be a proxy. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          X-Forwarded-For | 192.0.2.1                                | 192.0.2.1
          X-Forwarded-For | 192.0.2.1, 10.1.2.3                      | 192.0.2.1
          X-Forwarded-For | 192.0.2.1, 192.0.2.7, 10.1.2.3           | 192.0.2.7
          Forwarded       | for=192.0.2.1;proto=https, for=10.1.2.3  | 192.0.2.1
          Forwarded       | for="[2001:db8::1]:4711"                 | 2001:db8::1
          X-Forwarded-For | unknown                                  |
          """)
  void trustedProxies_nameTheClient(String header, String value, @Nullable String client)
      throws IOException, InterruptedException {
    app.get("ok", header, value);

    ReceivedSpan span = app.takeServer("GET", "ok", 200);
    Object peer = span.attribute("network.peer.address");
    assertThat(span.attribute("client.address"))
        .isEqualTo(peer == null ? null : client == null ? peer : client);
  }

  @Test
  void routeRegex_isKeptOnRequest() throws IOException, InterruptedException {
    app.get("digits/42");

    assertThat(String.valueOf(app.spans.takeServer().attribute("http.route")))
        .matches(".*/tck/digits/\\{id: ?\\\\d\\+}");
  }
}

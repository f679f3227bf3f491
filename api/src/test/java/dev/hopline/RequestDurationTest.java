// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestDurationTest {
  private static final String CLIENT_DURATION = "http.client.request.duration";

  private final TestService service = new TestService(Map.of());

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void request_isOnePointWithExactlyTheSpecifiedAttributes() {
    HttpSpan span =
        service.start(
            TestRequest.get("/books/7")
                .query("a=b")
                .over("https", "2")
                .with("host", "h")
                .with("user-agent", "u"));
    span.route("/books/{id}");
    span.end(200, null);
    span.end(500, null);

    HistogramPointData point = only();
    assertThat(text(point))
        .isEqualTo(
            "{http.request.method=GET, http.response.status_code=200, http.route=/books/{id},"
                + " network.protocol.version=2, url.scheme=https}");
    assertThat(point.getBoundaries())
        .containsExactly(
            0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0);
    assertThat(point.getCount()).isEqualTo(1);
    assertThat(point.getSum()).isBetween(0.0, 60.0);
    assertThat(point.getExemplars())
        .singleElement()
        .extracting(exemplar -> exemplar.getSpanContext().getSpanId())
        .isEqualTo(service.only().getSpanId());
  }

  @ParameterizedTest
  @CsvSource({
    "404, false, '{http.request.method=GET, http.response.status_code=404, url.scheme=http}'",
    "500, false, '{error.type=500, http.request.method=GET, http.response.status_code=500,"
        + " url.scheme=http}'",
    "200, true, '{error.type=java.io.IOException, http.request.method=GET,"
        + " http.response.status_code=200, url.scheme=http}'",
    "0, true, '{error.type=java.io.IOException, http.request.method=GET, url.scheme=http}'",
  })
  void error_hasItsType(int status, boolean escaped, String attributes) {
    service.start(TestRequest.get("/a")).end(status, escaped ? new IOException("broken") : null);

    assertThat(text(only())).isEqualTo(attributes);
  }

  @Test
  void unsampledRequest_isCounted() {
    try (TestService unsampled = new TestService(Map.of(), Sampler.alwaysOff())) {
      HttpSpan span = unsampled.start(TestRequest.get("/a"));
      span.route("/a");
      span.end(200, null);

      assertThat(unsampled.spans()).isEmpty();
      assertThat(unsampled.points()).singleElement().matches(p -> text(p).contains("/a"));
    }
  }

  @Test
  void randomRequests_addNoSeries() {
    Random random = new Random(11);
    service.start(TestRequest.get("/a").over("http", "1.1")).end(404, null);
    service.start(new TestRequest("BREW", "/a").over("http", "1.1")).end(404, null);
    for (int i = 0; i < 10_000; i++) {
      String method = i % 2 == 0 ? "GET" : noise(random);
      TestRequest request =
          new TestRequest(method, '/' + noise(random))
              .query(noise(random))
              .over(i % 3 == 0 ? noise(random) : "http", "1.1")
              .with("host", noise(random) + ":" + random.nextInt(70_000))
              .with("user-agent", noise(random))
              .with("x-forwarded-proto", noise(random));
      service.start(request).end(404, null);
    }

    assertThat(service.points()).hasSize(2);
    assertThat(service.points().stream().mapToLong(HistogramPointData::getCount).sum())
        .isEqualTo(10_002);
  }

  @ParameterizedTest
  @CsvSource({"1.0,1.0", "1.1,1.1", "2,2", "2.0,2", "3,3", "HTTP/1.1,", "9,", ","})
  void protocolVersion_isOneOfFew(@Nullable String version, @Nullable String expected) {
    TestRequest request = TestRequest.get("/a");
    request.version = version;
    service.start(request).end(200, null);

    assertThat(service.attributes().get("network.protocol.version")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "200, '{http.request.method=GET, http.response.status_code=200, server.address=a.example,"
        + " server.port=443}'",
    "404, '{error.type=404, http.request.method=GET, http.response.status_code=404,"
        + " server.address=a.example, server.port=443}'",
    "0, '{error.type=java.io.IOException, http.request.method=GET, server.address=a.example,"
        + " server.port=443}'",
  })
  void call_isOnePointWithExactlyTheSpecifiedAttributes(int status, String attributes) {
    HttpSpan span = call("GET", "https://u:pw@a.example/books/7?sig=s");
    span.end(status, status == 0 ? new IOException("refused") : null);
    span.end(500, null);

    Collection<HistogramPointData> points = service.points(CLIENT_DURATION);
    assertThat(points)
        .singleElement()
        .satisfies(only -> assertThat(text(only)).isEqualTo(attributes));
    assertThat(points.iterator().next().getCount()).isEqualTo(1);
    assertThat(points.iterator().next().getExemplars())
        .singleElement()
        .extracting(exemplar -> exemplar.getSpanContext().getSpanId())
        .isEqualTo(service.only().getSpanId());
    assertThat(service.points()).isEmpty();
  }

  @Test
  void cancelledCall_isAPointWithoutError() {
    call("GET", "http://[::1]/a").end(0, new CancellationException());

    assertThat(service.points(CLIENT_DURATION))
        .singleElement()
        .satisfies(
            only ->
                assertThat(text(only))
                    .isEqualTo("{http.request.method=GET, server.address=[::1], server.port=80}"));
  }

  /** URLs and methods are free; whom a service calls is not. */
  @Test
  void randomCalls_addNoSeries() {
    Random random = new Random(12);
    for (int i = 0; i < 10_000; i++) {
      String method = i % 2 == 0 ? "GET" : noise(random);
      call(method, "http://a/" + Long.toHexString(random.nextLong()) + "?a=" + i).end(404, null);
    }

    assertThat(service.points(CLIENT_DURATION))
        .extracting(HistogramPointData::getCount)
        .containsExactlyInAnyOrder(5_000L, 5_000L);
  }

  private HttpSpan call(String method, String uri) {
    return service.client.start(Context.root(), new TestRequest(method, uri), TestRequest.WRITER);
  }

  @Test
  void withoutMetrics_nothingIsComputed() {
    Map<String, String> settings =
        Map.of(Settings.TRACES_EXPORTER, "none", Settings.METRICS_EXPORTER, "none");
    try (Tracing tracing = Tracing.builder("a").properties(settings).start()) {
      assertThat(RequestDuration.ofServer(tracing.openTelemetry())).isNull();
      assertThat(RequestDuration.ofServer(service.sdk)).isNotNull();
      assertThat(RequestDuration.ofClient(tracing.openTelemetry())).isNull();
    }
  }

  private HistogramPointData only() {
    Collection<HistogramPointData> points = service.points(); // To read is to forget exemplars.
    assertThat(points).hasSize(1);
    return points.iterator().next();
  }

  private static String text(HistogramPointData point) {
    Map<String, Object> sorted = new TreeMap<>();
    Attributes attributes = point.getAttributes();
    attributes.forEach((key, value) -> sorted.put(key.getKey(), value));
    return sorted.toString();
  }

  private static String noise(Random random) {
    StringBuilder text = new StringBuilder("x");
    for (int i = random.nextInt(20); i >= 0; i--) {
      text.append((char) (33 + random.nextInt(94)));
    }
    return text.toString();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every request is exactly one value of {@code http.server.request.duration}, which has those
 * attributes of its SERVER span that the semantic conventions want there, and no other: nothing
 * that a caller may invent makes a series.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class MetricsContract {
  static final String DURATION = "http.server.request.duration";

  /** What switches the metric on, and has it exported quickly. */
  static final Map<String, String> SETTINGS =
      Map.of(
          "otel.metrics.exporter", "otlp", "otel.metric.export.interval", HistogramInbox.INTERVAL);

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "http.request.method",
          "http.response.status_code",
          "http.route",
          "url.scheme",
          "error.type",
          "network.protocol.version");

  private static final List<Double> BOUNDS =
      List.of(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0);

  private static final int REPEATED = 3;
  private static final int INVENTIONS = 10_000;

  @RegisterExtension final TracedApplication app;

  private final AddedValues added;

  /** A contract for a runtime that is not open. */
  protected MetricsContract(TracingRuntime runtime) {
    app = new TracedApplication(runtime, SETTINGS);
    added = new AddedValues(app.histograms, DURATION);
  }

  /** Before the first request there is nothing to collect. */
  @BeforeEach
  void collect() throws IOException, InterruptedException {
    app.settle();
    added.reset();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | ok                  | 200 | ok
          HEAD   | ok                  | 200 | ok
          GET    | items/42            | 200 | items/{id}
          GET    | nothing             | 404 |
          GET    | status/404          | 404 | status/{status}
          DELETE | ok                  | 405 |
          GET    | throws              | 500 | throws
          GET    | mapped/503          | 503 | mapped/{status}
          GET    | later/async         | 200 | later/async
          GET    | later/async/throws  | 500 | later/async/throws
          GET    | body/stream         | 200 | body/stream
          """)
  void requests_areValuesOfOneSeries(
      String method, String path, int httpStatus, @Nullable String route)
      throws IOException, InterruptedException {
    for (int i = 0; i < REPEATED; i++) {
      assertThat(app.send(method, path).statusCode()).isEqualTo(httpStatus);
    }

    Map<String, Object> attributes = onlySeries();
    assertThat(attributes)
        .containsEntry("http.request.method", method)
        .containsEntry("http.response.status_code", (long) httpStatus)
        .containsEntry("url.scheme", "http");
    assertThat(attributes.get("http.route")).isEqualTo(route == null ? null : app.fromRoot(route));
    assertThat(attributes.get("error.type"))
        .isEqualTo(httpStatus < 500 ? null : String.valueOf(httpStatus));
  }

  /** Anybody may invent methods. */
  @Test
  void unknownMethod_isOther() throws IOException, InterruptedException {
    app.send("BREW", "ok");
    app.send("STEW", "ok");
    app.send("FRY", "ok");

    assertThat(onlySeries()).containsEntry("http.request.method", "_OTHER");
  }

  /** If the head has gone out before, the status is 200, and yet it is an error. */
  @Test
  void escapedException_isTheTypeOfTheError() throws IOException, InterruptedException {
    for (int i = 0; i < REPEATED; i++) {
      try {
        app.get("body/stream/breaks");
      } catch (IOException cutOff) {
        // Some servers cut the connection, as they should.
      }
    }

    Map<String, Object> series = onlySeries();
    assertThat(series).containsEntry("http.route", app.fromRoot("body/stream/breaks"));
    assertThat(series.get("error.type"))
        .isEqualTo(
            series.containsValue(200L)
                ? "java.lang.IllegalStateException"
                : String.valueOf(series.get("http.response.status_code")));
  }

  @Test
  void values_areSecondsInTheBucketsOfTheConventions() throws IOException, InterruptedException {
    app.get("later/stage");
    app.spans.takeServer();

    ReceivedHistogram series =
        app.histograms.collect(DURATION).stream()
            .filter(each -> app.fromRoot("later/stage").equals(each.attributes().get("http.route")))
            .findFirst()
            .orElseThrow();
    assertThat(series.unit()).isEqualTo("s");
    assertThat(series.bounds()).isEqualTo(BOUNDS);
    assertThat(series.bucketCounts().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(series.count());
    double seconds = series.sum() / series.count();
    assertThat(seconds).isBetween(TckLaterResource.DELAY.toMillis() / 1000.0, 10.0);
    // The delay is in the bounds themselves, so that no shorter value is in a bucket below.
    assertThat(series.bucketCounts().get(0)).isZero();
  }

  /** The caller decides against a span, not against being counted. */
  @Test
  void unsampledRequests_areCounted() throws IOException, InterruptedException {
    for (int i = 0; i < REPEATED; i++) {
      app.get("items/42", "traceparent", RemoteParent.random().unsampled());
    }

    Map<Map<String, Object>, Long> counts = added.take(REPEATED);
    assertThat(counts).hasSize(1).containsValue((long) REPEATED);
    assertThat(counts.keySet().iterator().next())
        .containsEntry("http.route", app.fromRoot("items/{id}"));
  }

  @Test
  void inventions_makeNoSeries() throws IOException, InterruptedException {
    new InventedLoad(app.uri(""), INVENTIONS).run();

    // Three paths, each by a known method and by others.
    assertThat(added.take(INVENTIONS)).hasSizeBetween(4, 6);
  }

  /** The series to which alone the requests were added, which must be what their spans say. */
  private Map<String, Object> onlySeries() {
    List<ReceivedSpan> spans = app.spans.take(REPEATED);
    Map<String, Object> expected = new HashMap<>(spans.get(0).attributes());
    expected.keySet().retainAll(ATTRIBUTES);

    assertThat(added.take(REPEATED)).containsExactly(Map.entry(expected, (long) REPEATED));
    return expected;
  }
}

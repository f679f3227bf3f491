// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.tck.quarkus.QuarkusMultiResource;
import dev.hopline.tck.quarkus.QuarkusUniResource;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a method can be on Quarkus alone is exactly one SERVER span, too, which is current in it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QuarkusContract {
  @RegisterExtension final TracedApplication app;

  QuarkusContract(TracingRuntime runtime) {
    app = new TracedApplication(runtime);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quarkus/uni",
        "quarkus/uni/blocking",
        "quarkus/uni/worker",
        "quarkus/multi/chunks",
        "quarkus/multi/events"
      })
  void spanOfRequest_isCurrentInTheMethodAndAfterIt(String path)
      throws IOException, InterruptedException {
    HttpResponse<String> response = app.get(path);

    ReceivedSpan span = app.takeServer("GET", path, 200);
    assertMatched(span, path);
    assertThat(span.status()).isEqualTo(StatusCode.UNSET);
    String current = span.traceId() + "-" + span.spanId();
    assertThat(response.body().replace("data:", " ").split("[,\\s]+"))
        .filteredOn(word -> !word.isEmpty())
        .hasSizeGreaterThan(1)
        .containsOnly(current);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quarkus/uni",
        "quarkus/uni/blocking",
        "quarkus/uni/null",
        "quarkus/multi/chunks",
        "quarkus/multi/events"
      })
  void span_lastsUntilTheLastItem(String path) throws IOException, InterruptedException {
    int httpStatus = app.get(path).statusCode();

    assertThat(httpStatus).isEqualTo(path.endsWith("null") ? 204 : 200);
    int items = path.contains("multi") ? QuarkusMultiResource.ITEMS : 1;
    ReceivedSpan span = app.takeServer("GET", path, httpStatus);
    // The first tick of a Multi comes at once.
    assertThat(Duration.ofNanos(span.endNanos() - span.startNanos()))
        .isGreaterThanOrEqualTo(QuarkusUniResource.DELAY.multipliedBy(Math.max(1, items - 1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"quarkus/uni/spanned", "quarkus/multi/spanned"})
  void methodSpan_lastsUntilTheLastItem(String path) throws IOException, InterruptedException {
    assertThat(app.get(path).statusCode()).isEqualTo(200);

    ReceivedSpan server = app.takeServer("GET", path, 200);
    ReceivedSpan method = app.spans.take(SpanKind.INTERNAL);
    assertThat(method).matches(span -> span.isChildOf(server));
    assertThat(Duration.ofNanos(method.endNanos() - method.startNanos()))
        .isGreaterThanOrEqualTo(QuarkusUniResource.DELAY);
  }

  /** A wrapped result would have lost it. */
  @Test
  void methodSpan_leavesTheHeadersOfTheResult() throws IOException, InterruptedException {
    String path = "quarkus/multi/headers";
    assertThat(app.get(path).headers().firstValue(QuarkusMultiResource.HEADER)).hasValue("yes");

    ReceivedSpan server = app.takeServer("GET", path, 200);
    assertThat(app.spans.take(SpanKind.INTERNAL)).matches(span -> span.isChildOf(server));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quarkus/uni/throws",
        "quarkus/uni/method-throws",
        "quarkus/virtual/throws",
        "quarkus/multi/throws"
      })
  void exception_isRecordedOnce(String path) throws IOException, InterruptedException {
    assertThat(app.get(path).statusCode()).isEqualTo(500);

    ReceivedSpan span = app.takeServer("GET", path, 500);
    assertMatched(span, path);
    TracedApplication.assertServerError(span, 500, "java.lang.IllegalStateException");
  }

  /** The status line has gone out: what the span says of it is 200, and yet it is an error. */
  @ParameterizedTest
  @ValueSource(strings = {"quarkus/multi/breaks", "quarkus/multi/events/break"})
  void streamThatBreaks_isAnError(String path) throws IOException, InterruptedException {
    try {
      app.get(path);
    } catch (IOException cutOff) {
      // As it should be.
    }

    ReceivedSpan span = app.takeServer("GET", path, 200);
    assertMatched(span, path);
    assertThat(span.status()).isEqualTo(StatusCode.ERROR);
    assertThat(span.attribute("error.type")).isEqualTo("java.lang.IllegalStateException");
    assertThat(span.exceptions()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"quarkus/multi/endless", "quarkus/multi/chunks"})
  void clientThatGoesAwayMidway_leavesOneSpan(String path) throws IOException {
    try (Socket socket = request(path)) {
      BufferedReader response =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      assertThat(response.readLine()).endsWith("200 OK");
      socket.setSoLinger(true, 0);
    }

    ReceivedSpan span = app.takeServer("GET", path, 200);
    assertMatched(span, path);
  }

  @Test
  void clientThatDoesNotWait_leavesOneSpan() throws IOException, InterruptedException {
    String path = "quarkus/uni/never";
    try (Socket socket = request(path)) {
      app.settle();
      socket.setSoLinger(true, 0);
    }

    assertMatched(app.spans.takeServer(), path);
  }

  @Test
  void nonBlockingMethod_isOneSpanOnAnEventLoop() throws IOException, InterruptedException {
    assertThat(threadOf("quarkus/non-blocking")).contains("eventloop");
  }

  @Test
  void virtualThread_isOneSpanOnIt() throws IOException, InterruptedException {
    assertThat(threadOf("quarkus/virtual")).startsWith("VirtualThread[");
  }

  private String threadOf(String path) throws IOException, InterruptedException {
    String[] words = app.get(path).body().split(",", 2);
    ReceivedSpan span = app.takeServer("GET", path, 200);
    assertMatched(span, path);
    assertThat(words[0]).isEqualTo(span.traceId() + "-" + span.spanId());
    return words[1];
  }

  private void assertMatched(ReceivedSpan span, String path) {
    assertThat(span.name()).isEqualTo("GET " + app.fromRoot(path));
    assertThat(span.attribute("http.route")).isEqualTo(app.fromRoot(path));
  }

  private Socket request(String path) throws IOException {
    Socket socket = new Socket(app.base().getHost(), app.base().getPort());
    socket
        .getOutputStream()
        .write(
            "GET %s HTTP/1.1\r\nHost: %s\r\n\r\n"
                .formatted(app.fromRoot(path), app.base().getAuthority())
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }
}

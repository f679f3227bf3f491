// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.StatusCode;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A request whose response is complete only after its method has returned, or never, is exactly one
 * SERVER span, too, and that lasts until then.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class LaterContract {
  @RegisterExtension final TracedApplication app;

  /** A contract for a runtime that is not open. */
  protected LaterContract(TracingRuntime runtime) {
    app = new TracedApplication(runtime);
  }

  @ParameterizedTest
  @ValueSource(strings = {"later/async", "later/stage", "later/stream", "later/events"})
  void laterResponse_isOneServerSpanUntilItIsComplete(String path)
      throws IOException, InterruptedException {
    assertThat(app.get(path).statusCode()).isEqualTo(200);

    ReceivedSpan span = app.takeServer("GET", path, 200);
    assertThat(span.name()).isEqualTo("GET " + app.fromRoot(path));
    assertThat(span.status()).isEqualTo(StatusCode.UNSET);
    assertThat(span.exceptions()).isEmpty();
    assertLastedUntilTheEnd(span);
  }

  @ParameterizedTest
  @ValueSource(strings = {"later/async/throws", "later/stage/throws"})
  void laterError_isRecordedOnce(String path) throws IOException, InterruptedException {
    assertThat(app.get(path).statusCode()).isEqualTo(500);

    ReceivedSpan span = app.takeServer("GET", path, 500);
    assertThat(span.name()).isEqualTo("GET " + app.fromRoot(path));
    TracedApplication.assertServerError(span, 500, "java.lang.IllegalStateException");
    assertLastedUntilTheEnd(span);
  }

  @Test
  void timeout_isAnErrorOfTheServer() throws IOException, InterruptedException {
    int httpStatus = app.get("later/async/timeout").statusCode();

    // Helidon knows no timeouts: it throws at once.
    assertThat(httpStatus).isIn(503, 500);
    ReceivedSpan span = app.takeServer("GET", "later/async/timeout", httpStatus);
    assertThat(span.name()).isEqualTo("GET " + app.fromRoot("later/async/timeout"));
    assertThat(span.status()).isEqualTo(StatusCode.ERROR);
    assertThat(span.attribute("error.type")).isEqualTo(Integer.toString(httpStatus));
    assertThat(span.exceptions()).hasSizeLessThanOrEqualTo(1);
    if (httpStatus == 503) {
      assertLastedUntilTheEnd(span);
    }
  }

  @Test
  void bodyThatFailsBeforeItsFirstByte_isRecordedOnce() throws IOException, InterruptedException {
    int httpStatus = app.get("later/stream/throws").statusCode();

    assertThat(httpStatus).isGreaterThanOrEqualTo(500);
    ReceivedSpan span = app.takeServer("GET", "later/stream/throws", httpStatus);
    TracedApplication.assertServerError(span, httpStatus, "java.lang.IllegalStateException");
  }

  /** The status line has gone out: what the span says of it is 200, and yet it is an error. */
  @Test
  void bodyThatFailsAfterItsFirstByte_isAnError() throws IOException, InterruptedException {
    try {
      app.get("later/stream/breaks");
    } catch (IOException cutOff) {
      // Some servers cut the connection, as they should; others end the body as if it were whole.
    }

    ReceivedSpan span = app.spans.takeServer();
    assertThat(span.status()).isEqualTo(StatusCode.ERROR);
    assertThat(span.attributes()).containsKey("error.type");
    assertThat(span.exceptions()).hasSize(1);
    assertThat(span.exceptions().get(0))
        .containsEntry("exception.type", "java.lang.IllegalStateException");
  }

  @ParameterizedTest
  @ValueSource(strings = {"later/async", "later/stage", "later/stream", "later/events"})
  void clientThatGoesAway_leavesOneServerSpan(String path)
      throws IOException, InterruptedException {
    try (Socket socket = new Socket(app.base().getHost(), app.base().getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET %s HTTP/1.1\r\nHost: %s\r\n\r\n"
                  .formatted(app.fromRoot(path), app.base().getAuthority())
                  .getBytes(StandardCharsets.US_ASCII));
      // Closes with a reset.
      socket.setSoLinger(true, 0);
    }

    // The reset may arrive before the request is matched.
    assertThat(app.spans.takeServer().name()).isIn("GET", "GET " + app.fromRoot(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"later/async/current", "later/stage/current", "later/stream/current"})
  void serverSpan_isCurrentInTheMethod(String path) throws IOException, InterruptedException {
    String current = app.get(path).body();

    ReceivedSpan span = app.takeServer("GET", path, 200);
    assertThat(current).isEqualTo(span.traceId() + "-" + span.spanId());
  }

  private static void assertLastedUntilTheEnd(ReceivedSpan span) {
    assertThat(Duration.ofNanos(span.endNanos() - span.startNanos()))
        .isGreaterThanOrEqualTo(TckLaterResource.DELAY);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.AggregateWith;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A request whose response is complete only after its method has returned, or never, is exactly one
 * SERVER span, too, and that lasts until then.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class LaterContract {
  private static final int RACES = 20;

  @RegisterExtension final TracedApplication app;

  /** A contract for a runtime that is not open. */
  protected LaterContract(TracingRuntime runtime) {
    app = new TracedApplication(runtime);
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          response resumed           | GET later/async             | | 200 | later/async             | | filter method worker response
          response resumed with text | GET later/async/text        | | 200 | later/async/text        | | method worker interceptor writer response
          response resumed twice     | GET later/async/twice       | | 200 | later/async/twice       | | method worker response
          response resumed with 5xx  | GET later/async/returned    | | 503 | later/async/returned    | | method worker response
          response resumed with exception | GET later/async/throws | | 500 | later/async/throws      | IllegalStateException | method worker
          response resumed, mapped to 4xx | GET later/async/mapped/409 | | 409 | later/async/mapped/{status} | | method worker mapper response
          response resumed, mapped to 5xx | GET later/async/mapped/503 | | 503 | later/async/mapped/{status} | TckException | method worker mapper response
          response timed out         | GET later/async/timeout     | | 503 | later/async/timeout     | ? | method
          timeout handled            | GET later/async/timeout/handled | | 200 | later/async/timeout/handled | | method worker
          response cancelled         | GET later/async/cancelled   | | 503 | later/async/cancelled   | ? | method worker
          response cancelled, retry  | GET later/async/cancelled/retry | | 503 | later/async/cancelled/retry | ? | method worker
          stage done                 | GET later/stage/done        | | 200 | later/stage/done        | | method response
          stage failed               | GET later/stage/failed      | | 500 | later/stage/failed      | IllegalStateException | method
          pending stage done         | GET later/stage             | | 200 | later/stage             | | method worker response
          pending stage with text    | GET later/stage/text        | | 200 | later/stage/text        | | method worker interceptor writer response
          pending stage failed       | GET later/stage/throws      | | 500 | later/stage/throws      | IllegalStateException | method worker
          stage cancelled            | GET later/stage/cancelled/early | | 500/503 | later/stage/cancelled/early | ? | method
          pending stage cancelled    | GET later/stage/cancelled   | | 500/503 | later/stage/cancelled   | ? | method worker
          stage mapped to 4xx        | GET later/stage/mapped/409  | | 409 | later/stage/mapped/{status} | | method worker mapper response
          stage mapped to 5xx        | GET later/stage/mapped/503  | | 503 | later/stage/mapped/{status} | TckException | method worker mapper response
          """)
  void laterAnswer_isOneServerSpan(String name, @AggregateWith(Ending.Row.class) Ending ending)
      throws IOException, InterruptedException {
    ending.check(app);
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          stream                     | GET body/stream             | | 200 | body/stream             | | method stream
          stream with interceptor    | GET body/stream/intercepted | | 200 | body/stream/intercepted | | method interceptor stream
          stream throws before the first byte | GET body/stream/throws | | 500 | body/stream/throws | IllegalStateException | method stream
          the same with interceptor  | GET body/stream/throws/intercepted | | 500 | body/stream/throws/intercepted | IllegalStateException | method interceptor stream
          large body                 | GET body/large              | | 200 | body/large              | | method
          large stream               | GET body/large/stream       | | 200 | body/large/stream       | | method stream
          events                     | GET body/events             | | 200 | body/events             | | method writer worker
          events of another thread   | GET body/events/later       | | 200 | body/events/later       | | method writer worker
          events closed midway       | GET body/events/closed      | | 200 | body/events/closed      | | method worker
          events end with exception of another thread | GET body/events/fails | | 200 | body/events/fails | | method worker
          event that cannot be written | GET body/events/unwritable | | 200 | body/events/unwritable  | | method worker
          no events                  | GET body/events/none        | | 200/204 | body/events/none        | | method
          """)
  void body_isWithinOneServerSpan(String name, @AggregateWith(Ending.Row.class) Ending ending)
      throws IOException, InterruptedException {
    ending.check(app);
  }

  @Test
  void timeout_isNotOverBeforeItIsDue() throws IOException, InterruptedException {
    app.get("later/async/timeout");

    ReceivedSpan span = app.takeServer("GET", "later/async/timeout", 503);
    assertThat(Duration.ofNanos(span.endNanos() - span.startNanos()))
        .isGreaterThanOrEqualTo(TckLaterResource.DELAY);
  }

  /** The status line has gone out: what the span says of it is 200, and yet it is an error. */
  @Test
  void bodyThatFailsAfterItsFirstByte_isAnError() throws IOException, InterruptedException {
    try {
      app.get("body/stream/breaks", TckProbe.HEADER, TckProbe.ASKS);
    } catch (IOException cutOff) {
      // Some servers cut the connection, as they should; others end the body as if it were whole.
    }

    ReceivedSpan span = app.spans.takeServer();
    assertThat(span.name()).isEqualTo("GET " + app.fromRoot("body/stream/breaks"));
    assertThat(span.status()).isEqualTo(StatusCode.ERROR);
    assertThat(span.attributes())
        .containsEntry("http.response.status_code", 200L)
        .containsEntry("error.type", "java.lang.IllegalStateException");
    assertThat(span.exceptions()).hasSize(1);
    assertThat(span.exceptions().get(0))
        .containsEntry("exception.type", "java.lang.IllegalStateException");
    app.settle();
    assertThat(app.spans.takeAll(SpanKind.INTERNAL)).allMatch(place -> place.isChildOf(span));
  }

  /**
   * Some have sent the head by then, others keep events back, and one then cuts the connection. On
   * CXF event and answer race on two threads, which the answer wins at first and loses later.
   */
  @Test
  void methodThatThrowsAfterAnEvent_isAnError() throws InterruptedException {
    for (int i = 0; i < RACES; i++) {
      checkThrownAfterAnEvent(events("body/events/throws"));
    }
  }

  private static void checkThrownAfterAnEvent(ReceivedSpan span) {
    assertThat(span.status()).isEqualTo(StatusCode.ERROR);
    assertThat(span.attribute("error.type"))
        .isEqualTo(
            Long.valueOf(200).equals(span.attribute("http.response.status_code"))
                ? IllegalStateException.class.getName()
                : "500");
    assertThat(span.exceptions())
        .singleElement()
        .extracting(event -> event.get("exception.type"))
        .isEqualTo(IllegalStateException.class.getName());
  }

  /** The response may be over before the exception leaves the method. */
  @Test
  void methodThatThrowsAfterTheLastEvent_leavesOneServerSpan() throws InterruptedException {
    checkExceptions(events("body/events/closes/throws"));
  }

  private ReceivedSpan events(String path) throws InterruptedException {
    try {
      app.get(path);
    } catch (IOException cutOff) {
      // As servers do when it is too late for an answer.
    }
    ReceivedSpan span = app.spans.takeServer();
    assertThat(span.name()).isEqualTo("GET " + app.fromRoot(path));
    return span;
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @ValueSource(strings = {"body/large", "body/large/stream", "body/events/large"})
  void slowReader_isWithinTheServerSpan(String path) throws IOException, InterruptedException {
    try (Socket socket = request(path)) {
      InputStream in = socket.getInputStream();
      int some = TckBodyResource.LARGE_BYTES / 8;
      in.readNBytes(some);
      // What is left does not fit into the buffers between the two, whatever time there is.
      app.settle();
      Instant early = Instant.now();
      // Not to the end of the connection, which is not everybody's to close.
      in.readNBytes(TckBodyResource.LARGE_BYTES - some);

      ReceivedSpan span = app.takeServer("GET", path, 200);
      assertThat(Instant.ofEpochSecond(0, span.endNanos())).isAfter(early);
    }
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @ValueSource(strings = {"later/async", "later/stage", "body/stream", "body/events", "body/large"})
  void clientThatGoesAway_leavesOneServerSpan(String path)
      throws IOException, InterruptedException {
    Socket socket = request(path);
    if (path.equals("body/events")) {
      // If the reset arrives while another thread writes the first one, Tomcat may forget the
      // suspended request and tell its listeners nothing (seen with 10.1.57).
      assertThat(socket.getInputStream().read()).isPositive();
    }
    reset(socket);

    // The reset may arrive before the request is matched.
    assertThat(app.spans.takeServer().name()).isIn("GET", "GET " + app.fromRoot(path));
  }

  /** With the exception that the body met, if the runtime shows it one. */
  @Test
  void clientThatReadsNoFurther_leavesOneServerSpan() throws IOException, InterruptedException {
    Socket socket = request("body/endless");
    socket.getInputStream().readNBytes(1 << 10);
    reset(socket);

    ReceivedSpan span = app.takeServer("GET", "body/endless", 200);
    assertThat(span.name()).isEqualTo("GET " + app.fromRoot("body/endless"));
    checkExceptions(span);
  }

  private static void checkExceptions(ReceivedSpan span) {
    assertThat(span.exceptions()).hasSizeLessThanOrEqualTo(1);
    assertThat(span.attributes().containsKey("error.type"))
        .isEqualTo(span.status() == StatusCode.ERROR);
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @ValueSource(strings = {"later/async/current", "later/stage/current", "body/current"})
  void serverSpan_isCurrentInTheMethod(String path) throws IOException, InterruptedException {
    String current = app.get(path).body();

    ReceivedSpan span = app.takeServer("GET", path, 200);
    assertThat(current).isEqualTo(span.traceId() + "-" + span.spanId());
  }

  private Socket request(String path) throws IOException {
    Socket socket = new Socket();
    // Small, so that not all of a large body fits on the way.
    socket.setReceiveBufferSize(1 << 16);
    socket.setSoTimeout((int) SpanInbox.LIMIT.toMillis());
    socket.connect(new InetSocketAddress(app.base().getHost(), app.base().getPort()));
    socket
        .getOutputStream()
        .write(
            "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                .formatted(app.fromRoot(path), app.base().getAuthority())
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.StatusCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every request, however it ends, is exactly one SERVER span, continues the trace of its caller,
 * and is current in the code that serves it.
 *
 * <p>A runtime's test is a subclass with nothing but a constructor.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ServerContract {
  private static final int MANY_BYTES = 100_000;

  @RegisterExtension final TracedApplication app;

  /** A contract for a runtime that is not open. */
  protected ServerContract(TracingRuntime runtime) {
    app = new TracedApplication(runtime);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | ok                | 200 | ok
          HEAD   | ok                | 200 | ok
          GET    | items/42          | 200 | items/{id}
          GET    | items/a%20b       | 200 | items/{id}
          GET    | digits/42         | 200 | digits/{id}
          GET    | shelves/a/books/b | 200 | shelves/{shelf}/books/{book}
          POST   | echo              | 200 | echo
          POST   | void              | 204 | void
          GET    | async             | 200 | async
          GET    | stage             | 200 | stage
          GET    | stream            | 200 | stream
          GET    | status/404        | 404 | status/{status}
          GET    | status/418        | 418 | status/{status}
          GET    | mapped/409        | 409 | mapped/{status}
          GET    | digits/x          | 404 |
          GET    | nothing           | 404 |
          GET    | shelves/a         | 404 |
          DELETE | ok                | 405 |
          """)
  void request_isOneServerSpan(String method, String path, int httpStatus, @Nullable String route)
      throws Exception {
    assertThat(app.send(method, path).statusCode()).isEqualTo(httpStatus);

    ReceivedSpan span = takeSpanOf(method, path, httpStatus);
    if (route == null) {
      assertThat(span.attributes()).doesNotContainKey("http.route");
      assertThat(span.name()).isEqualTo(method);
    } else {
      assertThat(span.attribute("http.route")).isEqualTo(app.fromRoot(route));
      assertThat(span.name()).isEqualTo(method + " " + app.fromRoot(route));
    }
    assertThat(span.status()).isEqualTo(StatusCode.UNSET);
    assertThat(span.attributes()).doesNotContainKey("error.type");
    assertThat(span.exceptions()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          throws       | 500 | throws          | java.lang.IllegalStateException
          async/throws | 500 | async/throws    | java.lang.IllegalStateException
          stage/throws | 500 | stage/throws    | java.lang.IllegalStateException
          mapped/503   | 503 | mapped/{status} | dev.hopline.tck.TckException
          status/503   | 503 | status/{status} | jakarta.ws.rs.WebApplicationException
          """)
  void serverError_isOneServerSpanWithItsExceptionOnce(
      String path, int httpStatus, String route, String exception) throws Exception {
    assertThat(app.get(path).statusCode()).isEqualTo(httpStatus);

    ReceivedSpan span = takeSpanOf("GET", path, httpStatus);
    assertThat(span.name()).isEqualTo("GET " + app.fromRoot(route));
    assertThat(span.status()).isEqualTo(StatusCode.ERROR);
    assertThat(span.attribute("error.type")).isEqualTo(Integer.toString(httpStatus));
    assertThat(span.exceptions()).hasSize(1);
    assertThat(span.exceptions().get(0)).containsEntry("exception.type", exception);
  }

  /** What runtimes answer to it, and whether they match a route, is up to them. */
  @Test
  void options_isOneServerSpan() throws Exception {
    int httpStatus = app.send("OPTIONS", "ok").statusCode();

    ReceivedSpan span = takeSpanOf("OPTIONS", "ok", httpStatus);
    assertThat(span.name()).isIn("OPTIONS", "OPTIONS " + app.fromRoot("ok"));
  }

  /** Anybody may invent methods, so they are no part of a name. */
  @Test
  void unknownMethod_isNotPartOfTheName() throws Exception {
    int httpStatus = app.send("BREW", "ok").statusCode();

    ReceivedSpan span = app.spans.takeServer();
    assertThat(span.name()).isIn("HTTP", "HTTP " + app.fromRoot("ok"));
    assertThat(span.attribute("http.request.method")).isEqualTo("_OTHER");
    assertThat(span.attribute("http.request.method_original")).isEqualTo("BREW");
    assertThat(span.attribute("http.response.status_code")).isEqualTo((long) httpStatus);
  }

  @Test
  void query_isKeptAsItWasSent() throws Exception {
    app.get("ok?a=%20b&c");

    assertThat(app.spans.takeServer().attribute("url.query")).isEqualTo("a=%20b&c");
  }

  @Test
  void traceparent_namesTheParent() throws Exception {
    RemoteParent parent = RemoteParent.random();

    app.get("ok", "traceparent", parent.traceparent(), "tracestate", "vendor=1,other=2");

    ReceivedSpan span = app.spans.takeServer();
    assertThat(span).matches(parent::isParentOf);
    assertThat(span.traceState()).isEqualTo("vendor=1,other=2");
  }

  @Test
  void tracestateInTwoHeaders_isOneList() throws Exception {
    RemoteParent parent = RemoteParent.random();

    app.get(
        "ok",
        "traceparent",
        parent.traceparent(),
        "tracestate",
        "vendor=1",
        "tracestate",
        "other=2");

    ReceivedSpan span = app.spans.takeServer();
    assertThat(span).matches(parent::isParentOf);
    assertThat(span.traceState()).isEqualTo("vendor=1,other=2");
  }

  @Test
  void twoTraceparents_startANewTrace() throws Exception {
    RemoteParent one = RemoteParent.random();
    RemoteParent two = RemoteParent.random();

    app.get("ok", "traceparent", one.traceparent(), "traceparent", two.traceparent());

    assertThat(app.spans.takeServer())
        .matches(ReceivedSpan::isRoot)
        .matches(span -> !span.traceId().equals(one.traceId()))
        .matches(span -> !span.traceId().equals(two.traceId()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbage",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
      })
  void malformedTraceparent_startsANewTrace(String traceparent) throws Exception {
    int before = app.logLines();

    assertThat(app.get("ok", "traceparent", traceparent, "tracestate", "vendor=1").body())
        .isEqualTo("ok");

    ReceivedSpan span = app.spans.takeServer();
    assertThat(span.isRoot()).isTrue();
    assertThat(span.traceId()).isNotEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(span.traceState()).isEmpty();
    assertThat(app.logLines() - before).as("lines logged").isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"key=value,", ";;=,", "k=%zz,"})
  void hugeBaggage_harmsNothing(String member) throws Exception {
    String baggage = member.repeat(MANY_BYTES / member.length());
    int before = app.logLines();

    assertThat(app.get("ok", "baggage", baggage).body()).isEqualTo("ok");

    assertThat(app.spans.takeServer().name()).isEqualTo("GET " + app.fromRoot("ok"));
    assertThat(app.logLines() - before).as("lines logged").isLessThanOrEqualTo(2);
  }

  /** The context still goes on: the code sees the caller's trace. */
  @Test
  void unsampledParent_meansNoSpan() throws Exception {
    RemoteParent parent = RemoteParent.random();

    assertThat(app.get("current", "traceparent", parent.unsampled()).body())
        .startsWith(parent.traceId() + "-")
        .isNotEqualTo(parent.traceId() + "-0000000000000000");
    // After the test no span may be left.
  }

  @ParameterizedTest
  @ValueSource(strings = {"current", "current/async", "current/stage", "current/stream"})
  void serverSpan_isCurrentInTheMethod(String path) throws Exception {
    String current = app.get(path).body();

    ReceivedSpan span = app.spans.takeServer();
    assertThat(current).isEqualTo(span.traceId() + "-" + span.spanId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"async", "stage", "stream", "async/throws", "stage/throws"})
  void serverSpan_lastsUntilTheResponseIsComplete(String path) throws Exception {
    app.get(path);

    ReceivedSpan span = app.spans.takeServer();
    assertThat(Duration.ofNanos(span.endNanos() - span.startNanos()))
        .isGreaterThanOrEqualTo(TckResource.DELAY);
  }

  private ReceivedSpan takeSpanOf(String method, String path, int httpStatus) {
    ReceivedSpan span = app.spans.takeServer();
    assertThat(span.isRoot()).isTrue();
    assertThat(span.attributes())
        .containsEntry("http.request.method", method)
        .containsEntry("http.response.status_code", (long) httpStatus)
        .containsEntry("url.path", app.fromRoot(path))
        .containsEntry("url.scheme", "http")
        .containsEntry("server.address", app.base().getHost())
        .containsEntry("server.port", (long) app.base().getPort());
    return span;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.StatusCode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every request is exactly one SERVER span, which has the name, the attributes and the status that
 * the semantic conventions ask for and is current in the code that serves the request.
 *
 * <p>A runtime's test is a subclass with nothing but a constructor; so it is for each contract.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ServerContract {
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
          POST   | void              | 204 | void
          GET    | status/404        | 404 | status/{status}
          GET    | status/418        | 418 | status/{status}
          GET    | mapped/409        | 409 | mapped/{status}
          GET    | digits/x          | 404 |
          GET    | nothing           | 404 |
          GET    | shelves/a         | 404 |
          DELETE | ok                | 405 |
          """)
  void request_isOneServerSpan(String method, String path, int httpStatus, @Nullable String route)
      throws IOException, InterruptedException {
    assertThat(app.send(method, path).statusCode()).isEqualTo(httpStatus);

    ReceivedSpan span = app.takeServer(method, path, httpStatus);
    if (route == null) {
      assertThat(span.attributes()).doesNotContainKey("http.route");
      assertThat(span.name()).isEqualTo(method);
    } else {
      assertThat(span.attribute("http.route")).isEqualTo(app.fromRoot(route));
      assertThat(span.name()).isEqualTo(method + " " + app.fromRoot(route));
    }
    assertNoError(span);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          throws       | 500 | throws          | java.lang.IllegalStateException
          throws/error | 500 | throws/error    | java.lang.LinkageError
          mapped/503   | 503 | mapped/{status} | dev.hopline.tck.TckException
          status/503   | 503 | status/{status} | jakarta.ws.rs.WebApplicationException
          """)
  void serverError_isRecordedOnce(String path, int httpStatus, String route, String exception)
      throws IOException, InterruptedException {
    assertThat(app.get(path).statusCode()).isEqualTo(httpStatus);

    ReceivedSpan span = app.takeServer("GET", path, httpStatus);
    assertThat(span.name()).isEqualTo("GET " + app.fromRoot(route));
    TracedApplication.assertServerError(span, httpStatus, exception);
  }

  /** Before or after a resource is matched: whether there is a route is up to the runtime. */
  @ParameterizedTest(name = "{0} with {1} {2}")
  @CsvSource({
    "POST echo, Content-Type, image/png, 415",
    "GET ok, Accept, image/png, 406",
    "GET ok, tck-guard, before, 403",
    "GET ok, tck-guard, after, 403",
    "GET nothing, tck-guard, before, 403"
  })
  void refusedRequest_isOneServerSpan(String line, String header, String value, int httpStatus)
      throws IOException, InterruptedException {
    String method = line.split(" ", 2)[0];
    String path = line.split(" ", 2)[1];
    assertThat(app.send(method, path, header, value).statusCode()).isEqualTo(httpStatus);

    ReceivedSpan span = app.takeServer(method, path, httpStatus);
    assertThat(span.name()).isIn(method, method + " " + app.fromRoot(path));
    assertNoError(span);
  }

  @Test
  void responseFilterThatThrows_isRecordedOnce() throws IOException, InterruptedException {
    assertThat(app.get("ok", TckGuard.HEADER, "response").statusCode()).isEqualTo(500);

    ReceivedSpan span = app.takeServer("GET", "ok", 500);
    assertThat(span.name()).isEqualTo("GET " + app.fromRoot("ok"));
    TracedApplication.assertServerError(span, 500, "java.lang.IllegalStateException");
  }

  /** What runtimes answer to it, and whether they match a route, is up to them. */
  @Test
  void options_isOneServerSpan() throws IOException, InterruptedException {
    int httpStatus = app.send("OPTIONS", "ok").statusCode();

    ReceivedSpan span = app.takeServer("OPTIONS", "ok", httpStatus);
    assertThat(span.name()).isIn("OPTIONS", "OPTIONS " + app.fromRoot("ok"));
  }

  /** Anybody may invent methods, so they are no part of a name. */
  @Test
  void unknownMethod_isNotPartOfTheName() throws IOException, InterruptedException {
    int httpStatus = app.send("BREW", "ok").statusCode();

    ReceivedSpan span = app.spans.takeServer();
    assertThat(span.name()).isIn("HTTP", "HTTP " + app.fromRoot("ok"));
    assertThat(span.attributes())
        .containsEntry("http.request.method", "_OTHER")
        .containsEntry("http.request.method_original", "BREW")
        .containsEntry("http.response.status_code", (long) httpStatus);
  }

  @Test
  void query_isKeptAsItWasSent() throws IOException, InterruptedException {
    app.get("ok?a=%20b&c");

    assertThat(app.takeServer("GET", "ok", 200).attribute("url.query")).isEqualTo("a=%20b&c");
  }

  @Test
  void body_comesBackAsItWasSent() throws IOException, InterruptedException {
    String body = "gr\u00fcn ".repeat(10_000);

    assertThat(app.post("echo", body).body()).isEqualTo(body);

    assertNoError(app.takeServer("POST", "echo", 200));
  }

  @Test
  void serverSpan_isCurrentInTheMethod() throws IOException, InterruptedException {
    String current = app.get("current").body();

    ReceivedSpan span = app.takeServer("GET", "current", 200);
    assertThat(current).isEqualTo(span.traceId() + "-" + span.spanId());
  }

  private static void assertNoError(ReceivedSpan span) {
    assertThat(span.status()).isEqualTo(StatusCode.UNSET);
    assertThat(span.attributes()).doesNotContainKey("error.type");
    assertThat(span.exceptions()).isEmpty();
  }
}

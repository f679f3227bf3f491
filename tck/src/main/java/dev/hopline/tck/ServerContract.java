// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.StatusCode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.AggregateWith;
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

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          matched               | GET ok                    |        | 200 | ok                | | filter method response
          HEAD                  | HEAD ok                   |        | 200 | ok                | | filter method response
          no content            | POST void                 |        | 204 | void              | | filter method response
          path parameter        | GET items/42              |        | 200 | items/{id}        | | method
          encoded character     | GET items/a%20b           |        | 200 | items/{id}        | | method
          regular expression    | GET digits/42             |        | 200 | digits/{id}       | | method
          sub-resource          | GET shelves/a/books/b     |        | 200 | shelves/{shelf}/books/{book} | | locator method
          own writer            | GET ending/text/a         |        | 200 | ending/text/{text} | | method response writer
          own interceptor       | GET ending/intercepted/a  |        | 200 | ending/intercepted/{text} | | method interceptor writer
          automatic OPTIONS     | OPTIONS ok                |        | 200/204 |               | |
          404                   | GET nothing               |        | 404 |                   | |
          404 of a parameter    | GET digits/x              |        | 404 |                   | |
          404 below a locator   | GET shelves/a             |        | 404 |                   | |
          405                   | DELETE ok                 |        | 405 |                   | |
          406                   | GET ok | Accept: image/png       | 406 |                   | |
          415                   | POST echo | Content-Type: image/png | 415 |                | |
          bad path parameter    | GET ending/numbers/x      |        | 404 | ending/numbers/{n} | | filter
          bad query parameter   | GET ending/numbers/1?q=x  |        | 404 | ending/numbers/{n} | | filter
          bad header parameter  | GET ending/numbers/1 | h: x        | 400 | ending/numbers/{n} | | filter
          locator returns null  | GET ending/located/null   |        | 404/204 |               | | locator
          """)
  void answer_isOneServerSpan(String name, @AggregateWith(Ending.Row.class) Ending ending)
      throws IOException, InterruptedException {
    ending.check(app);
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          filter before ours aborts      | GET ok | tck-guard: first        | 403 |    | |
          filter before matching aborts  | GET ok | tck-guard: before       | 403 |    | |
          abort of an unknown path       | GET nothing | tck-guard: before  | 403 |    | |
          filter after matching aborts   | GET ok | tck-guard: after        | 403 | ok | | filter
          response filter aborts nothing | GET ok | tck-guard: none         | 200 | ok | | filter method response
          authentication filter aborts   | GET ending/secured |             | 401 | ending/secured | |
          authentication filter lets in  | GET ending/secured | Authorization: Bearer x | 200 | ending/secured | | method
          first filter throws            | GET ok | tck-guard: first-throws    | 500 |    | IllegalStateException |
          filter before matching throws  | GET ok | tck-guard: before-throws   | 500 |    | IllegalStateException |
          filter after matching throws   | GET ok | tck-guard: after-throws    | 500 | ok | IllegalStateException | filter
          response filter throws         | GET ok | tck-guard: response-throws | 500 | ok | IllegalStateException | filter method response
          interceptor throws             | GET ending/intercepted/interceptor-throws | | 500 | ending/intercepted/{text} | IllegalStateException | method interceptor
          writer throws                  | GET ending/text/writer-throws |  | 500 | ending/text/{text} | IllegalStateException | method writer
          writer below interceptor throws | GET ending/intercepted/writer-throws | | 500 | ending/intercepted/{text} | IllegalStateException | method interceptor writer
          no writer                      | GET ending/unwritable |          | 500 | ending/unwritable | * | method
          """)
  void endingByProvider_isOneServerSpan(String name, @AggregateWith(Ending.Row.class) Ending ending)
      throws IOException, InterruptedException {
    ending.check(app);
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unchecked exception            | GET throws              | | 500 | throws                  | IllegalStateException | method
          checked exception              | GET ending/checked      | | 500 | ending/checked          | IOException | method
          error                          | GET throws/error        | | 500 | throws/error            | LinkageError | method
          mapped to 4xx                  | GET mapped/409          | | 409 | mapped/{status}         | | method mapper response
          mapped to 5xx                  | GET mapped/503          | | 503 | mapped/{status}         | TckException | method mapper response
          mapper throws                  | GET mapped/0            | | 500 | mapped/{status}         | * | method mapper
          WebApplicationException 404    | GET status/404          | | 404 | status/{status}         | | method
          WebApplicationException 418    | GET status/418          | | 418 | status/{status}         | | method
          WebApplicationException 503    | GET status/503          | | 503 | status/{status}         | WebApplicationException | method
          4xx with a cause               | GET ending/cause/409    | | 409 | ending/cause/{status}   | | method
          5xx with a cause               | GET ending/cause/503    | | 503 | ending/cause/{status}   | WebApplicationException | method
          4xx with an entity             | GET ending/entity/409   | | 409 | ending/entity/{status}  | | method
          5xx with an entity             | GET ending/entity/503   | | 503 | ending/entity/{status}  | WebApplicationException | method
          4xx returned                   | GET ending/returned/409 | | 409 | ending/returned/{status} | | method
          5xx returned                   | GET ending/returned/503 | | 503 | ending/returned/{status} | | method
          sub-resource throws            | GET ending/located/x/throws | | 500 | ending/located/{name}/throws | IllegalStateException | locator method
          locator throws                 | GET ending/located/throws   | | 500 |               | IllegalStateException | locator
          """)
  void exception_isRecordedOnceIfItIsAnError(
      String name, @AggregateWith(Ending.Row.class) Ending ending)
      throws IOException, InterruptedException {
    ending.check(app);
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

    ReceivedSpan span = app.takeServer("POST", "echo", 200);
    assertThat(span.status()).isEqualTo(StatusCode.UNSET);
    assertThat(span.attributes()).doesNotContainKey("error.type");
  }

  @Test
  void serverSpan_isCurrentInTheMethod() throws IOException, InterruptedException {
    String current = app.get("current").body();

    ReceivedSpan span = app.takeServer("GET", "current", 200);
    assertThat(current).isEqualTo(span.traceId() + "-" + span.spanId());
  }
}

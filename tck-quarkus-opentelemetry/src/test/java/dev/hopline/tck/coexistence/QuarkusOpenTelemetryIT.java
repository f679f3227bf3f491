// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.coexistence;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.tck.ReceivedSpan;
import dev.hopline.tck.RemoteParent;
import io.opentelemetry.api.trace.SpanKind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One span each, which is Quarkus' own where both could make it. */
class QuarkusOpenTelemetryIT {
  @Nested
  class Joined extends Together {
    Joined() {
      super("-Dotel.sdk.disabled=false");
    }

    @ParameterizedTest
    @CsvSource({
      "tck/ok, 200, /tck/ok",
      "tck/items/7, 200, /tck/items/{id}",
      "tck/shelves/a/books/b, 200, /tck/shelves/{shelf}/books/{book}",
      "tck/mapped/409, 409, /tck/mapped/{status}",
      "tck/throws, 500, /tck/throws",
      "tck/later/stage, 200, /tck/later/stage",
      "tck/later/stage/throws, 500, /tck/later/stage/throws",
      "tck/later/async, 200, /tck/later/async"
    })
    void request_isOneServerSpanWithItsRoute(String path, int httpStatus, String route)
        throws IOException, InterruptedException {
      assertThat(service.get(path).statusCode()).isEqualTo(httpStatus);

      ReceivedSpan span = service.spans.takeServer();
      assertThat(span.isRoot()).isTrue();
      assertThat(span.name()).isEqualTo("GET " + route);
      assertThat(span.attributes())
          .containsEntry("http.route", route)
          .containsEntry("http.response.status_code", (long) httpStatus);
    }

    @Test
    void requestForNothing_isOneServerSpan() throws IOException, InterruptedException {
      assertThat(service.get("nothing").statusCode()).isEqualTo(404);

      assertThat(service.spans.takeServer().attribute("http.response.status_code")).isEqualTo(404L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "async", "rx"})
    void call_isOneClientSpanBetweenTwoServerSpans(String mode)
        throws IOException, InterruptedException {
      String path = "tck/call?mode=" + mode + "&url=" + service.encoded("tck/ok");
      assertThat(service.get(path).body()).isEqualTo("ok");

      assertCalled();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "stage"})
    void callOfRestClient_isOneClientSpanBetweenTwoServerSpans(String mode)
        throws IOException, InterruptedException {
      String current = service.get("own/call/" + mode).body();

      assertThat(assertCalled().spanId()).isEqualTo(current);
    }

    private ReceivedSpan assertCalled() {
      ReceivedSpan call = service.spans.takeClient();
      ReceivedSpan called = service.spans.take(span -> span.isChildOf(call));
      ReceivedSpan caller = service.spans.takeServer();
      assertThat(called.kind()).isEqualTo(SpanKind.SERVER);
      assertThat(call).matches(span -> span.isChildOf(caller));
      assertThat(caller.isRoot()).isTrue();
      return called;
    }

    @Test
    void spansOfTheApplication_areChildrenOfTheServerSpan()
        throws IOException, InterruptedException {
      String current = service.get("own/7").body();

      ReceivedSpan server = service.spans.takeServer();
      assertThat(server.name()).isEqualTo("GET /own/{id}");
      // By name: one export orders its spans by their scopes, not by time.
      Map<String, ReceivedSpan> children =
          service.spans.takeTrace(server.traceId(), 3).stream()
              .collect(toMap(ReceivedSpan::name, span -> span));
      assertThat(children).containsOnlyKeys("child", "annotated", "traced");
      assertThat(children.values()).allMatch(span -> span.isChildOf(server));
      assertThat(children.get("traced").spanId()).isEqualTo(current);
      // Who made which: the extension the requests' and its annotation's, Hopline the rest.
      assertThat(List.of(server, children.get("annotated")))
          .noneMatch(span -> span.scope().startsWith("dev.hopline"));
      assertThat(children.get("traced").scope()).isEqualTo("dev.hopline");
    }

    @Test
    void log_hasOneLineThatSaysWhoTraces() {
      assertThat(service.log)
          .filteredOn(line -> line.contains("racing "))
          .singleElement()
          .asString()
          .contains("INFO", "Tracing joins the application's OpenTelemetry");
    }
  }

  /** MicroProfile Telemetry has it off unless asked for; Quarkus does not. */
  @Nested
  class NotAsked extends Together {
    NotAsked() {
      super("-Dunused=");
    }

    @Test
    void spans_areTheExtensionsAlone() throws IOException, InterruptedException {
      service.get("own/7");

      ReceivedSpan server = service.spans.takeServer();
      assertThat(server.name()).isEqualTo("GET /own/{id}");
      assertThat(service.spans.takeTrace(server.traceId(), 2))
          .allMatch(span -> span.isChildOf(server))
          .extracting(ReceivedSpan::name)
          .containsExactlyInAnyOrder("child", "annotated");
    }

    @Test
    void log_hasOneLineThatSaysHowToTurnItOn() {
      assertThat(service.log)
          .filteredOn(line -> line.contains("racing "))
          .singleElement()
          .asString()
          .contains("INFO", "Hopline tracing is off; set otel.sdk.disabled=false");
    }
  }

  /** Quarkus reads the key for its own, too. */
  @Test
  void switchedOff_isSwitchedOffForBoth() throws Exception {
    QuarkusService service = new QuarkusService(List.of("-Dotel.sdk.disabled=true"));
    try (service) {
      assertThat(service.get("own/7").statusCode()).isEqualTo(200);
    }

    // Its end has exported what there was.
    service.spans.assertEmpty();
    assertThat(service.log).noneMatch(line -> line.contains("racing "));
  }

  /** What holds as long as there are spans. */
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class Together {
    private final String property;
    QuarkusService service;

    Together(String property) {
      this.property = property;
    }

    @BeforeAll
    void open() throws Exception {
      service = new QuarkusService(List.of(property));
    }

    @AfterAll
    void close() throws InterruptedException {
      service.close();
    }

    /** Spans come in the order of their ends: after that of one more request there are no more. */
    @AfterEach
    void assertNoOtherSpan() throws IOException, InterruptedException {
      RemoteParent parent = RemoteParent.random();
      service.get("tck/ok", parent.traceparent());
      assertThat(service.spans.take(parent::isParentOf).kind()).isEqualTo(SpanKind.SERVER);
      service.spans.assertEmpty();
    }
  }
}

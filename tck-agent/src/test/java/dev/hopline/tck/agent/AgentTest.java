// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.tck.ListeningProcess;
import dev.hopline.tck.OtlpReceiver;
import dev.hopline.tck.ReceivedSpan;
import dev.hopline.tck.RemoteParent;
import dev.hopline.tck.SpanInbox;
import io.opentelemetry.api.trace.SpanKind;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One span each, whoever makes it: the agent, and Hopline where the agent is switched off. */
class AgentTest {
  @Nested
  class Enabled extends Together {
    Enabled() {
      super("true", "Tracing joins the OpenTelemetry agent");
    }

    /** It has an instrumentation for the annotation, too. */
    @Test
    void annotatedMethod_isOneSpanOfTheAgent() throws Exception {
      String current = get("own/7").body();

      ReceivedSpan server = spans.takeServer();
      ReceivedSpan child = spans.take(span -> span.name().equals("child"));
      ReceivedSpan annotated = spans.take(span -> span.name().equals("annotated"));
      assertThat(List.of(child, annotated)).allMatch(span -> span.isChildOf(server));
      assertThat(child.scope()).isEqualTo("dev.hopline");
      assertThat(annotated.scope()).doesNotStartWith("dev.hopline");
      assertThat(current).isEqualTo(annotated.spanId());
      assertThat(server.scope()).doesNotStartWith("dev.hopline");
      assertThat(server.attribute("http.route")).isEqualTo("/own/{id}");
    }
  }

  @Nested
  class SwitchedOff extends Together {
    SwitchedOff() {
      super("false", "Tracing tck: spans to otlp");
    }
  }

  /** What holds either way. */
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class Together {
    private final OtlpReceiver receiver = OtlpReceiver.open();
    final SpanInbox spans = SpanInbox.of(receiver);
    private final HttpClient client = HttpClient.newHttpClient();
    private final String agentEnabled;
    private final String firstLine;
    private ListeningProcess process;
    private URI base;

    Together(String agentEnabled, String firstLine) {
      this.agentEnabled = agentEnabled;
      this.firstLine = firstLine;
    }

    @BeforeAll
    void open() throws Exception {
      List<String> arguments =
          List.of(
              "-javaagent:" + System.getProperty("agent.jar"),
              "-Dotel.javaagent.enabled=" + agentEnabled,
              "-Dotel.service.name=tck",
              "-Dotel.exporter.otlp.endpoint=" + receiver.endpoint(),
              "-Dotel.bsp.schedule.delay=20",
              "-Dotel.metrics.exporter=none",
              "-Dotel.logs.exporter=none",
              "-cp",
              System.getProperty("java.class.path"),
              Service.class.getName());
      Pattern announcement = Pattern.compile('^' + Service.LISTENING + "(\\d+)");
      process = ListeningProcess.start(System.getProperty("java.home"), arguments, announcement);
      base = URI.create("http://localhost:" + process.address() + "/");
    }

    @AfterAll
    void close() throws InterruptedException {
      process.close();
      receiver.close();
    }

    /** Spans come in the order of their ends: after that of one more request there are no more. */
    @AfterEach
    void assertNoOtherSpan() throws IOException, InterruptedException {
      RemoteParent parent = RemoteParent.random();
      HttpRequest last =
          HttpRequest.newBuilder(base.resolve("tck/ok"))
              .header("traceparent", parent.traceparent())
              .build();
      client.send(last, BodyHandlers.discarding());
      assertThat(spans.take(parent::isParentOf).kind()).isEqualTo(SpanKind.SERVER);
      // The agent makes one of each sendError, which is none of HTTP.
      assertThat(spans.takeAll(SpanKind.INTERNAL))
          .extracting(ReceivedSpan::name)
          .allMatch("ResponseFacade.sendError"::equals);
      spans.assertEmpty();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
      return client.send(
          HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({
      "tck/ok, 200, /tck/ok",
      "tck/items/7, 200, /tck/items/{id}",
      "tck/shelves/a/books/b, 200, /tck/shelves/{shelf}/books/{book}",
      "tck/mapped/409, 409, /tck/mapped/{status}",
      "tck/throws, 500, /tck/throws",
      "tck/later/stage, 200, /tck/later/stage",
      "tck/later/async, 200, /tck/later/async"
    })
    void request_isOneServerSpanWithItsRoute(String path, int httpStatus, String route)
        throws IOException, InterruptedException {
      assertThat(get(path).statusCode()).isEqualTo(httpStatus);

      ReceivedSpan span = spans.takeServer();
      assertThat(span.isRoot()).isTrue();
      assertThat(span.name()).isEqualTo("GET " + route);
      assertThat(span.attributes())
          .containsEntry("http.route", route)
          .containsEntry("http.response.status_code", (long) httpStatus);
    }

    @ParameterizedTest
    @CsvSource({"sync", "async", "rx"})
    void call_isOneClientSpanBetweenTwoServerSpans(String mode)
        throws IOException, InterruptedException {
      String target = URLEncoder.encode(base.resolve("tck/ok").toString(), StandardCharsets.UTF_8);
      assertThat(get("tck/call?mode=" + mode + "&url=" + target).body()).isEqualTo("ok");

      ReceivedSpan call = spans.takeClient();
      ReceivedSpan called = spans.take(span -> span.isChildOf(call));
      ReceivedSpan caller = spans.takeServer();
      assertThat(called.kind()).isEqualTo(SpanKind.SERVER);
      assertThat(call).matches(span -> span.isChildOf(caller));
    }

    @Test
    void log_hasOneLineThatSaysWhoTraces() {
      assertThat(process.log()).filteredOn(line -> line.contains("Tracing ")).hasSize(1);
      assertThat(process.log()).anyMatch(line -> line.contains(firstLine));
    }
  }
}

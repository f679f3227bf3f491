// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the interface of a MicroProfile REST client says of its calls; where there are any. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RestClientContract {
  private static final String CAPTURE = "otel.instrumentation.http.client.capture-";

  @RegisterExtension final TracedApplication app;

  /** A contract for a runtime that is not open. */
  protected RestClientContract(TracingRuntime runtime) {
    app =
        new TracedApplication(
            runtime,
            Map.of(
                CAPTURE + "request-headers", "accept",
                CAPTURE + "response-headers", "content-type"));
  }

  private String call(String path, String... headers) throws IOException, InterruptedException {
    String base = URLEncoder.encode(app.base().toString(), StandardCharsets.UTF_8);
    var response = app.get("rest/" + path + "?base=" + base, headers);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }

  @Test
  void call_isNamedByItsTemplate() throws IOException, InterruptedException {
    assertThat(call("item")).isEqualTo("42");

    ReceivedSpan client = app.spans.takeClient();
    app.spans.takeTrace(client.traceId(), 2);
    assertThat(client.name()).isEqualTo("GET /tck/items/{id}");
    assertThat(client.attributes())
        .containsEntry("url.template", "/tck/items/{id}")
        .containsEntry("url.full", app.uri("items/42").toString())
        .containsEntry("server.address", app.base().getHost())
        .containsEntry("server.port", (long) app.base().getPort());
  }

  @ParameterizedTest
  @ValueSource(strings = {"untraced-method", "untraced-interface"})
  void tracedFalse_isNoSpanAndPropagates(String path) throws IOException, InterruptedException {
    RemoteParent parent = RemoteParent.random();
    String headers =
        call(path, "traceparent", parent.traceparent(), "tracestate", "a=1", "baggage", "b=2");

    ReceivedSpan caller =
        app.spans.take(span -> app.fromRoot("rest/" + path).equals(span.attribute("url.path")));
    ReceivedSpan called = app.spans.takeServer();
    assertThat(called).matches(span -> span.isChildOf(caller));
    assertThat(headers.lines())
        .containsExactly(
            "traceparent: 00-%s-%s-01".formatted(caller.traceId(), caller.spanId()),
            "tracestate: a=1",
            "baggage: b=2");
  }

  /** Though tracing sees the call only before that filter, or is told of its end by nobody. */
  @ParameterizedTest
  @CsvSource({
    "untraced-method, before-aborts",
    "untraced-method, before-throws",
    "untraced-interface, before-aborts",
    "untraced-interface, before-throws"
  })
  void tracedFalseCallThatAFilterEnds_isNoSpan(String path, String manner)
      throws IOException, InterruptedException {
    String base = URLEncoder.encode(app.base().toString(), StandardCharsets.UTF_8);
    var response = app.get("rest/" + path + "?base=" + base + "&manner=" + manner);
    assertThat(response.body()).isEqualTo(TckRestClientResource.ENDED);

    app.spans.takeServer();
  }

  @Test
  void askedHeadersOfCalls_areCaptured() throws IOException, InterruptedException {
    call("item");

    ReceivedSpan client = app.spans.takeClient();
    assertThat(client.attributes()).containsKey("http.request.header.accept");
    assertThat(client.attribute("http.response.header.content-type")).isInstanceOf(List.class);
    for (ReceivedSpan server : app.spans.takeTrace(client.traceId(), 2)) {
      assertThat(server.attributes().keySet()).noneMatch(key -> key.contains(".header."));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every call by the runtime's Jakarta REST client, however it ends, is exactly one CLIENT span, a
 * child of the span of its caller and the parent of the span of the called service.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ClientContract {
  @RegisterExtension final TracedApplication app;

  /** A contract for a runtime that is not open. */
  protected ClientContract(TracingRuntime runtime) {
    app = new TracedApplication(runtime);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "rx"})
  void call_isOneClientSpanBetweenTwoServerSpans(String mode)
      throws IOException, InterruptedException {
    RemoteParent parent = RemoteParent.random();

    HttpResponse<String> response = call(mode, app.uri("ok"), "traceparent", parent.traceparent());

    assertThat(response.body()).isEqualTo("ok");
    ReceivedSpan client = app.spans.takeClient();
    ReceivedSpan called = app.spans.take(span -> span.isChildOf(client));
    ReceivedSpan caller = app.spans.takeServer();
    assertThat(caller).matches(parent::isParentOf);
    assertThat(client).matches(span -> span.isChildOf(caller));
    assertThat(called.kind()).isEqualTo(SpanKind.SERVER);
    assertThat(client.name()).isEqualTo("GET");
    assertThat(client.attributes())
        .containsEntry("http.request.method", "GET")
        .containsEntry("url.full", app.uri("ok").toString())
        .containsEntry("server.address", app.base().getHost())
        .containsEntry("server.port", (long) app.base().getPort())
        .containsEntry("http.response.status_code", 200L)
        .doesNotContainKey("error.type");
    assertThat(client.status()).isEqualTo(StatusCode.UNSET);
    assertCurrentAfterTheCall(response, caller);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "rx"})
  void traceStateAndBaggage_arriveAtTheCalledService(String mode)
      throws IOException, InterruptedException {
    String headers =
        call(
                mode,
                app.uri("headers"),
                "traceparent",
                RemoteParent.random().traceparent(),
                "tracestate",
                "vendor=1",
                "baggage",
                "tenant=acme")
            .body();

    ReceivedSpan client = app.spans.takeClient();
    assertThat(headers.lines())
        .containsExactly(
            "traceparent: 00-%s-%s-01".formatted(client.traceId(), client.spanId()),
            "tracestate: vendor=1",
            "baggage: tenant=acme");
    app.spans.takeTrace(client.traceId(), 2);
  }

  @ParameterizedTest
  @CsvSource({
    "sync, status/404, 404",
    "async, status/404, 404",
    "rx, status/404, 404",
    "sync, status/503, 503",
    "async, status/503, 503",
    "rx, status/503, 503"
  })
  void errorStatus_isAnErrorOfTheClient(String mode, String path, int httpStatus)
      throws IOException, InterruptedException {
    HttpResponse<String> response = call(mode, app.uri(path));

    ReceivedSpan client = app.spans.takeClient();
    ReceivedSpan called = app.spans.take(span -> span.isChildOf(client));
    ReceivedSpan caller = app.spans.takeServer();
    assertThat(calledStatus(response)).isEqualTo(httpStatus);
    assertThat(client.status()).isEqualTo(StatusCode.ERROR);
    assertThat(client.attributes())
        .containsEntry("http.response.status_code", (long) httpStatus)
        .containsEntry("error.type", Integer.toString(httpStatus));
    assertThat(called.attribute("http.response.status_code")).isEqualTo((long) httpStatus);
    assertThat(caller.status()).isEqualTo(StatusCode.UNSET);
    assertCurrentAfterTheCall(response, caller);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "rx"})
  void refusedConnection_isOneClientSpanWithItsException(String mode)
      throws IOException, InterruptedException {
    assertFailedCall(mode, unusedPort());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "rx"})
  void answerThatNeverComes_isOneClientSpanWithItsException(String mode)
      throws IOException, InterruptedException {
    try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertFailedCall(mode + "&timeout=200", mute.getLocalPort());
    }
  }

  private void assertFailedCall(String mode, int port) throws IOException, InterruptedException {
    HttpResponse<String> response = call(mode, URI.create("http://127.0.0.1:" + port + "/gone"));

    ReceivedSpan client = ClientEnding.take(app);
    ReceivedSpan caller = app.spans.takeServer();
    assertThat(calledStatus(response)).isZero();
    assertThat(client).matches(span -> span.isChildOf(caller));
    assertThat(client.name()).isEqualTo("GET");
    assertThat(client.status()).isEqualTo(StatusCode.ERROR);
    assertThat(client.attributes())
        .containsEntry("server.port", (long) port)
        .doesNotContainKey("http.response.status_code");
    assertThat(client.exceptions()).hasSize(1);
    // The SDK writes a nested class with a dot.
    assertThat(String.valueOf(client.attribute("error.type")).replace('$', '.'))
        .endsWith("Exception")
        .isEqualTo(client.exceptions().get(0).get("exception.type"));
    assertCurrentAfterTheCall(response, caller);
  }

  private HttpResponse<String> call(String mode, URI url, String... headers)
      throws IOException, InterruptedException {
    String encoded = URLEncoder.encode(url.toString(), StandardCharsets.UTF_8);
    HttpResponse<String> response = app.get("call?mode=" + mode + "&url=" + encoded, headers);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response;
  }

  private static int calledStatus(HttpResponse<String> response) {
    return Integer.parseInt(
        response.headers().firstValue(TckClientResource.CALLED_STATUS).orElseThrow());
  }

  /** A call leaves its caller's thread as it was. */
  private static void assertCurrentAfterTheCall(
      HttpResponse<String> response, ReceivedSpan caller) {
    assertThat(response.headers().firstValue(TckClientResource.CURRENT_SPAN))
        .hasValue(caller.traceId() + "-" + caller.spanId());
  }

  private static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.aggregator.ArgumentsAggregator;

/**
 * One way in which a call may end, and what its CLIENT span must be then.
 *
 * @param target see {@link ScriptedServer}
 * @param manner see {@link TckCall}
 * @param calledStatus what the caller gets: a status, 0 for an exception; null for either
 * @param status what the span has; null for none, -1 for either
 * @param error {@code error.type}; of classes the ends of some names; {@code ?} for any or none,
 *     {@code *} for any
 */
record ClientEnding(
    String name,
    String target,
    String manner,
    @Nullable Integer calledStatus,
    @Nullable Long status,
    List<String> error) {

  private static final Set<String> OF_METRIC =
      Set.of(
          "http.request.method",
          "server.address",
          "server.port",
          "http.response.status_code",
          "error.type");

  /** What needs nothing of the client but to be called, or a filter. */
  static final String OF_ANY =
      """
      2xx                       | /status/200  |                 | 200 | 200 |
      unknown 2xx               | /status/299  |                 | 299 | 299 |
      3xx                       | /redirect    |                 | 302 | 302 |
      4xx                       | /status/404  |                 | 404 | 404 | 404
      5xx                       | /status/503  |                 | 503 | 503 | 503
      refused                   | refused      |                 | 0   |     | ConnectException
      unknown host              | unknown-host |                 | 0   |     | UnknownHostException
      TLS failure               | tls          |                 | 0   |     | SSLException, SSLHandshakeException, RecordException
      closed unanswered         | /cut         |                 | 0   |     | SocketException, NoHttpResponseException, java.io.IOException
      filter before ours aborts | /status/200  | before-aborts   | 418 | 418 | 418
      filter after ours aborts  | /status/200  | after-aborts    | 418 | 418 | 418
      filter before ours throws | /status/200  | before-throws   | 0   |     | IllegalStateException
      filter after ours throws  | /status/200  | after-throws    | 0   |     | IllegalStateException
      response filter throws    | /status/200  | response-throws | 0   | 200 |
      no reader                 | /status/200  | unreadable      | 0   | 200 |
      never closed              | /status/200  | unclosed        | 200 | 200 |
      """;

  /** What needs a client that is made for the call, too. */
  static final String TABLE =
      OF_ANY
          + """
          3xx followed              | /redirect    | follows         | 200 | 200 |
          connect timeout           | full         | times-out       | 0   |     | TimeoutException
          read timeout              | /stall       | times-out       | 0   |     | TimeoutException
          client closed midway      | /stall       | closed          |     | -1  | ?
          """;

  /** Ends so, on a runtime, and asserts that all is as it must be. */
  void check(ClientEndings contract, String mode) throws IOException, InterruptedException {
    String key = '/' + RemoteParent.random().spanId();
    TracedApplication app = contract.app;

    HttpResponse<String> response =
        contract.call(mode, manner, target.equals("/stall") ? target + key : target);

    String called = response.headers().firstValue(TckClientResource.CALLED_STATUS).orElseThrow();
    if (calledStatus != null) {
      assertThat(called).as(response.body()).isEqualTo(calledStatus.toString());
    }
    ReceivedSpan caller = app.spans.takeServer();
    ReceivedSpan client = take(app);
    assertThat(client).matches(span -> span.isChildOf(caller));
    assertThat(response.headers().firstValue(TckClientResource.CURRENT_SPAN))
        .hasValue(caller.traceId() + '-' + caller.spanId());
    contract.checkName(client);
    if (status == null || status >= 0) {
      assertThat(client.attribute("http.response.status_code")).isEqualTo(status);
    }
    checkError(client, contract.isUntold(mode + ", " + name));
    checkValue(contract, client);
  }

  /** Where only the last resort ends a call, the application must have collected its garbage. */
  static ReceivedSpan take(TracedApplication app) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + SpanInbox.LIMIT.toNanos();
    app.settle();
    List<ReceivedSpan> found = app.spans.takeAll(SpanKind.CLIENT);
    while (found.isEmpty() && System.nanoTime() < deadline) {
      app.get("calls/garbage");
      app.spans.take(
          "span of a collection",
          span -> app.fromRoot("calls/garbage").equals(span.attribute("url.path")));
      app.settle();
      found = app.spans.takeAll(SpanKind.CLIENT);
    }
    assertThat(found).as("CLIENT spans").hasSize(1);
    return found.get(0);
  }

  private void checkError(ReceivedSpan client, boolean untold) {
    Object type = client.attribute("error.type");
    StatusCode expected = type == null ? StatusCode.UNSET : StatusCode.ERROR;
    assertThat(client.status()).isEqualTo(expected);
    boolean thrown = String.valueOf(type).contains(".");
    assertThat(client.exceptions()).hasSize(thrown ? 1 : 0);
    if (untold) {
      assertThat(type).isEqualTo("_OTHER");
    } else if (error.isEmpty()) {
      assertThat(type).isNull();
    } else if (!error.contains("?")) {
      assertThat(error).as("%s", type).anyMatch(end -> String.valueOf(type).endsWith(end));
    }
    if (thrown) {
      // The SDK writes a nested class with a dot.
      assertThat(String.valueOf(type).replace('$', '.'))
          .isEqualTo(client.exceptions().get(0).get("exception.type"));
    }
  }

  private static void checkValue(ClientEndings contract, ReceivedSpan client) {
    Map<String, Object> expected = new HashMap<>(client.attributes());
    expected.keySet().retainAll(OF_METRIC);
    assertThat(expected).containsKeys("http.request.method", "server.address", "server.port");
    assertThat(contract.added.take(1)).containsExactly(Map.entry(expected, 1L));
  }

  /** Reads a row. */
  static final class Row implements ArgumentsAggregator {
    @Override
    public ClientEnding aggregateArguments(ArgumentsAccessor row, ParameterContext context) {
      String error = row.getString(5);
      return new ClientEnding(
          Objects.requireNonNull(row.getString(0)),
          Objects.requireNonNull(row.getString(1)),
          Objects.requireNonNullElse(row.getString(2), "plain"),
          row.getInteger(3),
          row.getLong(4),
          error == null ? List.of() : List.of(error.split(", ")));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.StatusCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A runtime that is open for a contract, and asked over HTTP. */
final class TracedApplication extends OpenRuntime {
  private final TracingRuntime runtime;
  private final Map<String, String> settings;
  private final HttpClient client = newClient();
  private URI base = receiver().endpoint();

  /** What the application exported last. */
  final HistogramInbox histograms = HistogramInbox.of(receiver());

  TracedApplication(TracingRuntime runtime) {
    this(runtime, Map.of());
  }

  /**
   * @param settings over those of all contracts
   */
  TracedApplication(TracingRuntime runtime, Map<String, String> settings) {
    super(runtime);
    this.runtime = runtime;
    this.settings = new HashMap<>(SETTINGS);
    this.settings.putAll(settings);
  }

  @Override
  void open(URI otlpEndpoint) throws Exception {
    base = runtime.open(otlpEndpoint, Map.copyOf(settings));
  }

  /**
   * Waits until all that was ended before has arrived: spans are exported in the order of their
   * ends, so that after the span of one more request there is nothing to wait for.
   */
  @Override
  void settle() throws IOException, InterruptedException {
    RemoteParent parent = RemoteParent.random();
    String last = "last=" + parent.spanId();
    assertThat(get("ok?" + last, "traceparent", parent.traceparent()).statusCode()).isEqualTo(200);
    // Not by its parent, which an application may be told not to trust.
    spans.take("span of a last request", span -> last.equals(span.attribute("url.query")));
  }

  /** Takes the SERVER span that came first, which must be of a request without a parent. */
  ReceivedSpan takeServer(String method, String path, int httpStatus) {
    ReceivedSpan span = spans.takeServer();
    assertThat(span.isRoot()).isTrue();
    assertThat(span.attributes())
        .containsEntry("http.request.method", method)
        .containsEntry("http.response.status_code", (long) httpStatus)
        .containsEntry("url.path", fromRoot(path))
        .containsEntry("url.scheme", "http")
        .containsEntry("server.address", base.getHost())
        .containsEntry("server.port", (long) base.getPort());
    return span;
  }

  /** Asserts that a span tells of a server error. */
  static void assertServerError(ReceivedSpan span, int httpStatus, String exception) {
    assertThat(span.status()).isEqualTo(StatusCode.ERROR);
    assertThat(span.attribute("error.type")).isEqualTo(Integer.toString(httpStatus));
    assertThat(span.exceptions()).hasSize(1);
    assertThat(span.exceptions().get(0)).containsEntry("exception.type", exception);
  }

  /** The URI that the runtime serves {@code tck/ok} under. */
  URI base() {
    return base;
  }

  /** The absolute URI of a path below {@code tck/}. */
  URI uri(String path) {
    return base.resolve("tck/" + path);
  }

  /** The route or path below {@code tck/} as a span has it, from the server's root. */
  String fromRoot(String path) {
    return base.getPath() + "tck/" + path;
  }

  /** See {@link TracingRuntime#mixedUp}. */
  List<String> mixedUp() {
    return runtime.mixedUp();
  }

  /** See {@link TracingRuntime#unansweredAfterAborts}. */
  List<String> unansweredAfterAborts() {
    return runtime.unansweredAfterAborts();
  }

  /** What the application has logged. */
  List<String> log() {
    return Stream.concat(log.all().stream(), runtime.log().stream()).toList();
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send("GET", path, headers);
  }

  /** Sends a request without a body to a path below {@code tck/}. */
  HttpResponse<String> send(String method, String path, String... headers)
      throws IOException, InterruptedException {
    return send(method, uri(path), headers);
  }

  /** Sends a request without a body to anywhere. */
  HttpResponse<String> send(String method, URI uri, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(uri).method(method, BodyPublishers.noBody());
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return connections(uri).send(request.build(), BodyHandlers.ofString());
  }

  /** For what the runtime mixes up, one that no other request goes over. */
  private HttpClient connections(URI uri) {
    boolean mixedUp = runtime.mixedUp().stream().anyMatch(uri.getPath()::contains);
    return mixedUp ? newClient() : client;
  }

  private static HttpClient newClient() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    HttpRequest.Builder request = request(uri(path)).POST(BodyPublishers.ofString(body));
    request.header("Content-Type", "text/plain;charset=utf-8");
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
  }
}

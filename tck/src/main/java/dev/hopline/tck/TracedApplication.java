// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.ContextStorage;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * The runtime of a contract, open for all its tests, and the spans that it exports. After each test
 * no span may be left, and after the last one no scope. What a test then has come to is judged and
 * reported by {@link CaseReport}.
 */
final class TracedApplication
    implements BeforeAllCallback,
        TestExecutionExceptionHandler,
        AfterEachCallback,
        AfterAllCallback {
  static final Map<String, String> SETTINGS =
      Map.of(
          "otel.bsp.schedule.delay", "20",
          "otel.bsp.max.queue.size", "16384",
          "otel.metrics.exporter", "none",
          "otel.logs.exporter", "none");

  private final TracingRuntime runtime;
  private final Map<String, String> settings;
  private final HttpClient client = newClient();
  private final OtlpReceiver receiver = OtlpReceiver.open();
  private final LogLines log = new LogLines();
  private final CaseReport report;
  private URI base = receiver.endpoint();
  private @Nullable Throwable thrown;

  /** What the application exported and no test has taken yet. */
  final SpanInbox spans = SpanInbox.of(receiver);

  /** What the application exported last. */
  final HistogramInbox histograms = HistogramInbox.of(receiver);

  TracedApplication(TracingRuntime runtime) {
    this(runtime, Map.of());
  }

  /**
   * @param settings over those of all contracts
   */
  TracedApplication(TracingRuntime runtime, Map<String, String> settings) {
    this.runtime = runtime;
    this.report = new CaseReport(runtime);
    this.settings = new HashMap<>(SETTINGS);
    this.settings.putAll(settings);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    log.open();
    base = runtime.open(receiver.endpoint(), Map.copyOf(settings));
    report.open(context);
  }

  /** Keeps it until the spans have been looked at, too. */
  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable thrown) {
    this.thrown = thrown;
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    Throwable failure = context.getExecutionException().orElse(thrown);
    thrown = null;
    try {
      settle();
      spans.assertEmpty();
      assertThat(log.ofStorage()).as("complaints of OpenTelemetry's context storage").isEmpty();
    } catch (Exception | AssertionError left) {
      if (failure == null) {
        failure = left;
      } else {
        failure.addSuppressed(left);
      }
    }
    rethrow(report.judge(context, failure));
  }

  private static void rethrow(@Nullable Throwable verdict) throws Exception {
    if (verdict instanceof Error error) {
      throw error;
    }
    if (verdict != null) {
      throw (Exception) verdict;
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    runtime.close();
    receiver.close();
    log.close();
    // With strict storage, in this process: throws the place where a scope was left open.
    try (AutoCloseable strict = ContextStorage.get() instanceof AutoCloseable c ? c : null) {
      spans.assertEmpty();
    }
  }

  /**
   * Waits until all that was ended before has arrived: spans are exported in the order of their
   * ends, so that after the span of one more request there is nothing to wait for.
   */
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

  /** What gets all that the application exports. */
  OtlpReceiver receiver() {
    return receiver;
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

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the contracts of one kind of client each have in common, see {@link ClientEnding}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ClientEndings {
  private static final String DURATION = "http.client.request.duration";

  @RegisterExtension final TracedApplication app;

  final AddedValues added;
  private final TracingRuntime runtime;
  private final String path;
  private final @Nullable String template;
  private ScriptedServer peer;

  /**
   * @param path of the resource that makes the calls
   * @param template of the paths that are called; null if the client knows of none
   */
  ClientEndings(TracingRuntime runtime, String path, @Nullable String template) {
    this.runtime = runtime;
    this.path = path;
    this.template = template;
    app = new TracedApplication(runtime, MetricsContract.SETTINGS);
    added = new AddedValues(app.histograms, DURATION);
  }

  @BeforeAll
  void openPeer() throws IOException {
    peer = ScriptedServer.open();
  }

  @AfterAll
  void closePeer() throws IOException {
    peer.close();
  }

  /** Before the first call there is nothing to collect. */
  @BeforeEach
  void collect() throws IOException, InterruptedException {
    call("sync", "plain", "/status/200");
    app.spans.takeServer();
    app.spans.takeClient();
    added.reset();
  }

  /** Has a call made. */
  HttpResponse<String> call(String mode, String manner, String target)
      throws IOException, InterruptedException {
    return call(mode, manner, peer.uri(target));
  }

  private HttpResponse<String> call(String mode, String manner, URI url)
      throws IOException, InterruptedException {
    String encoded = URLEncoder.encode(url.toString(), StandardCharsets.UTF_8);
    HttpResponse<String> response =
        app.get("%s?mode=%s&manner=%s&url=%s".formatted(path, mode, manner, encoded));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response;
  }

  /** What is called again, as a whole, is another call, with headers of its own. */
  void checkTwice(String mode) throws IOException, InterruptedException {
    call(mode, "twice", app.uri("ok"));

    ReceivedSpan first = app.spans.takeClient();
    ReceivedSpan second = app.spans.takeClient();
    app.spans.take("first called", span -> span.isChildOf(first));
    app.spans.take("second called", span -> span.isChildOf(second));
    ReceivedSpan caller = app.spans.takeServer();
    assertThat(List.of(first, second)).allMatch(span -> span.isChildOf(caller));
  }

  /** A client that knows no template must not make a name of the path. */
  void checkName(ReceivedSpan client) {
    assertThat(client.name()).isEqualTo(template == null ? "GET" : "GET " + template);
    assertThat(client.attribute("url.template")).isEqualTo(template);
  }

  /** See {@link TracingRuntime#untoldCalls}. */
  boolean isUntold(String call) {
    return runtime.untoldCalls().contains(call);
  }
}

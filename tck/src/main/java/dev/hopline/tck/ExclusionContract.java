// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An excluded request has no span, no value in the metrics and no children without a parent; what
 * its caller has sent goes on to whoever it calls.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ExclusionContract {
  @RegisterExtension final TracedApplication app;

  /** A contract for a runtime that is not open. */
  protected ExclusionContract(TracingRuntime runtime) {
    app = new TracedApplication(runtime, settings());
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(MetricsContract.SETTINGS);
    settings.put("hopline.server.exclude.paths", "**/tck/items/quiet*,**/tck/call/**,**/tck/void");
    settings.put("hopline.server.exclude.routes", "**/tck/digits/{id}");
    settings.put("hopline.server.traceresponse", "true");
    return settings;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "items/quietly",
        "items/quiet?n=1",
        "digits/42",
        "../health/live",
        "../metrics",
        "quiet/methods/own",
        "quiet/methods/inherited",
        "quiet/methods/shelf",
        "quiet/class",
        "quiet/subclass"
      })
  void excludedRequest_isNoSpanAndNoValue(String path) throws IOException, InterruptedException {
    app.settle();
    long before = requests();
    app.get(path);
    app.get(path, "traceparent", RemoteParent.random().traceparent());
    app.settle();

    // Nobody takes a span: the one that settles is the only one, and the only value.
    assertThat(requests() - before).isEqualTo(1);
  }

  private long requests() {
    return app.histograms.collect(MetricsContract.DURATION).stream()
        .mapToLong(ReceivedHistogram::count)
        .sum();
  }

  /** A neighbor of what is excluded. */
  @Test
  void otherRequests_areSpans() throws IOException, InterruptedException {
    app.get("items/loud");
    app.takeServer("GET", "items/loud", 200);
    app.get("digits/x");
    app.takeServer("GET", "digits/x", 404);
  }

  /** The nearest {@code @Traced} says otherwise, or there is none. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "quiet/methods/overridden",
        "quiet/methods/declared",
        "quiet/class/but",
        "quiet/subclass/but"
      })
  void methodThatDoesNotOptOut_isASpan(String path) throws IOException, InterruptedException {
    assertThat(app.get(path).body()).isEqualTo("loud");

    assertThat(app.takeServer("GET", path, 200).name()).isEqualTo("GET " + app.fromRoot(path));
  }

  @Test
  void operationName_namesTheSpan() throws IOException, InterruptedException {
    app.get("quiet/methods/named");

    ReceivedSpan span = app.takeServer("GET", "quiet/methods/named", 200);
    assertThat(span.name()).isEqualTo("read the named one");
    assertThat(span.attribute("http.route")).isEqualTo(app.fromRoot("quiet/methods/named"));
  }

  @Test
  void excludedRequest_isAnsweredAsEver() throws IOException, InterruptedException {
    assertThat(app.get("items/quiet").body()).isEqualTo("quiet");
    assertThat(app.get("items/quiet").headers().firstValue("traceresponse")).isEmpty();
  }

  /** The client call of an excluded request has its caller's trace, if there is one. */
  @Test
  void callOfExcludedRequest_continuesTheCallersTrace() throws IOException, InterruptedException {
    RemoteParent parent = RemoteParent.random();
    app.get(call(), "traceparent", parent.traceparent(), "baggage", "user=ada");

    ReceivedSpan called = app.spans.takeServer();
    ReceivedSpan client = app.spans.takeClient();
    assertThat(client).matches(parent::isParentOf);
    assertThat(called.isChildOf(client)).isTrue();
  }

  /** Without a caller's trace a client span would have a parent that nobody knows. */
  @Test
  void callOfExcludedRequest_hasNoOrphans() throws IOException, InterruptedException {
    String received = app.get(call()).body();

    app.settle();
    for (ReceivedSpan span : app.spans.takeAll()) {
      assertThat(span.isRoot()).as("%s", span).isTrue();
      assertThat(span.kind()).isNotEqualTo(SpanKind.CLIENT);
    }
    assertThat(received).doesNotContainPattern("-[0-9a-f]{16}-01\\b");
  }

  @Test
  void baggageOfExcludedRequest_goesOn() throws IOException, InterruptedException {
    RemoteParent parent = RemoteParent.random();
    String received =
        app.get(call(), "traceparent", parent.traceparent(), "baggage", "user=ada").body();
    app.spans.take(2);

    assertThat(received).contains("00-" + parent.traceId()).contains("baggage: user=ada");
  }

  private String call() {
    return "call?url=" + URLEncoder.encode(app.uri("headers").toString(), StandardCharsets.UTF_8);
  }
}

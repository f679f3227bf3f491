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
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where foreign callers are not trusted they can neither join a trace nor have one sampled or not,
 * nor send anything on to whoever is called.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class IncomingContract {
  @RegisterExtension final TracedApplication app;

  /** A contract for a runtime that is not open. */
  protected IncomingContract(TracingRuntime runtime) {
    app =
        new TracedApplication(
            runtime,
            Map.of(
                "hopline.server.incoming", "link",
                "hopline.server.incoming.trust.paths", "**/tck/items/**,**/tck/headers",
                "hopline.server.incoming.ignore.paths", "**/tck/shelves/**"));
  }

  @Test
  void trustedPath_continuesTheTrace() throws IOException, InterruptedException {
    RemoteParent parent = RemoteParent.random();
    app.get("items/1", "traceparent", parent.traceparent());

    ReceivedSpan span = app.spans.takeServer();
    assertThat(span).matches(parent::isParentOf);
    assertThat(span.links()).isEmpty();
  }

  @Test
  void trustedPath_leavesSamplingToTheCaller() throws IOException, InterruptedException {
    app.get("items/1", "traceparent", RemoteParent.random().unsampled());

    app.settle();
    app.spans.assertEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void otherPath_startsATraceWithALink(boolean sampled) throws IOException, InterruptedException {
    RemoteParent parent = RemoteParent.random();
    String traceparent = sampled ? parent.traceparent() : parent.unsampled();
    app.get("ok", "traceparent", traceparent, "tracestate", "foreign=1");

    ReceivedSpan span = app.takeServer("GET", "ok", 200);
    assertThat(span.traceId()).isNotEqualTo(parent.traceId());
    assertThat(span.traceState()).isEmpty();
    assertThat(span.links())
        .containsExactly(new ReceivedSpan.Link(parent.traceId(), parent.spanId()));
  }

  @Test
  void pathToIgnore_startsATraceWithoutALink() throws IOException, InterruptedException {
    RemoteParent parent = RemoteParent.random();
    app.get("shelves/a/books/b", "traceparent", parent.unsampled());

    ReceivedSpan span = app.takeServer("GET", "shelves/a/books/b", 200);
    assertThat(span.traceId()).isNotEqualTo(parent.traceId());
    assertThat(span.links()).isEmpty();
  }

  @Test
  void requestWithoutAParent_hasNoLink() throws IOException, InterruptedException {
    app.get("ok");

    assertThat(app.takeServer("GET", "ok", 200).links()).isEmpty();
  }

  /** A path in disguise is what the server takes it for. */
  @Test
  void disguisedPath_isNotTrusted() throws IOException, InterruptedException {
    RemoteParent parent = RemoteParent.random();
    try (RawConnection connection = new RawConnection(app.base())) {
      connection.exchange(request("items/../ok", parent.traceparent()));
      // A server that reads the next request of a connection has ended the span of the one before.
      connection.exchange(request("ok?last", RemoteParent.random().traceparent()));
    }

    app.spans.take("span of the last request", span -> "last".equals(span.attribute("url.query")));
    for (ReceivedSpan span : app.spans.takeAll()) {
      assertThat(span.traceId()).as("%s", span).isNotEqualTo(parent.traceId());
    }
  }

  private byte[] request(String path, String traceparent) {
    return "GET %s HTTP/1.1\r\nHost: %s\r\ntraceparent: %s\r\n\r\n"
        .formatted(app.fromRoot(path), app.base().getAuthority(), traceparent)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** What goes on to the called service is ours alone. */
  @Test
  void callOfUntrustedRequest_carriesNothingForeign() throws IOException, InterruptedException {
    RemoteParent parent = RemoteParent.random();
    String url = URLEncoder.encode(app.uri("headers").toString(), StandardCharsets.UTF_8);
    String received =
        app.get(
                "call?url=" + url,
                "traceparent",
                parent.traceparent(),
                "tracestate",
                "foreign=1",
                "baggage",
                "user=ada")
            .body();

    List<ReceivedSpan> spans = app.spans.take(3);
    assertThat(spans).extracting(ReceivedSpan::traceId).doesNotContain(parent.traceId());
    assertThat(received)
        .contains("traceparent: 00-" + spans.get(0).traceId())
        .doesNotContain("baggage", "tracestate", parent.traceId());
  }
}

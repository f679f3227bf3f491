// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.tck.MixedLoad.Call;
import dev.hopline.tck.MixedLoad.Sent;
import io.opentelemetry.api.trace.SpanKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * No thread keeps a context that it did not have before, and no span has a parent of another
 * request, whatever mix of requests comes over the same connections.
 *
 * <p>{@link StaleContextMarker} sees a thread that comes to a request with a context; the inbox
 * fails for it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ThreadContract {
  private static final int CONNECTIONS = TracingRuntime.MAX_REQUESTS / 2;
  private static final int REQUESTS = 2_000;
  private static final int CALLS = 200;
  private static final int ABORTS = 10_000;
  // Nobody tells when the last of those has come whose clients have long gone away.
  private static final int QUIET_ROUNDS = 25;

  private static final List<Call> MIX =
      List.of(
          new Call("tck/ok?n={n}", 200),
          new Call("tck/items/{n}?n={n}", 200),
          new Call("tck/later/async?n={n}", 200),
          new Call("tck/nothing?n={n}", 404),
          new Call("tck/throws?n={n}", 500),
          new Call("tck/later/stage?n={n}", 200),
          new Call("tck/later/async/throws?n={n}", 500),
          new Call("tck/mapped/409?n={n}", 409),
          new Call("tck/body/stream?n={n}", 200),
          new Call("tck/later/stage/throws?n={n}", 500));

  @RegisterExtension final TracedApplication app;

  /** A contract for a runtime that is not open. */
  protected ThreadContract(TracingRuntime runtime) {
    app = new TracedApplication(runtime);
  }

  private List<Call> mix() {
    return MIX.stream()
        .filter(call -> app.mixedUp().stream().noneMatch(call.path()::contains))
        .toList();
  }

  @Test
  void mixedRequests_keepTheirOwnParents() throws IOException, InterruptedException {
    Map<String, Sent> sent = new MixedLoad(app.base(), mix(), REQUESTS, CONNECTIONS).run();

    Set<String> reached = answered(sent);
    assertThat(reached).hasSize(REQUESTS);

    Map<String, List<ReceivedSpan>> traces = traces(sent.keySet(), reached);

    assertThat(traces.keySet()).containsAll(reached);
    assertThat(sent).containsKeys(traces.keySet().toArray(String[]::new));
    sent.forEach((id, request) -> checkTrace(request, traces.getOrDefault(id, List.of())));
  }

  /** One that was not answered may not have come in. */
  private static void checkTrace(Sent request, List<ReceivedSpan> trace) {
    if (trace.isEmpty() && !request.answered()) {
      return;
    }
    ReceivedSpan span = only(trace, request.parent().spanId());
    assertThat(trace).hasSize(1);
    assertThat(span.kind()).isEqualTo(SpanKind.SERVER);
    assertThat(span.attributes())
        .containsEntry("url.path", request.uri().getPath())
        .containsEntry("url.query", request.uri().getQuery());
    if (request.answered()) {
      assertThat(span.attributes())
          .containsEntry("http.response.status_code", (long) request.httpStatus());
    }
  }

  private static Set<String> answered(Map<String, Sent> sent) {
    return sent.entrySet().stream()
        .filter(request -> request.getValue().answered())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  @Test
  void abortedRequests_areOneServerSpanEach() throws IOException, InterruptedException {
    List<String> leftOut =
        Stream.concat(app.mixedUp().stream(), app.unansweredAfterAborts().stream()).toList();
    Map<String, AbortLoad.Sent> sent =
        new AbortLoad(app.base(), leftOut, ABORTS, CONNECTIONS).run();
    Set<String> reached =
        sent.entrySet().stream()
            .filter(request -> request.getValue().httpStatus() > 0)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());

    Map<String, List<ReceivedSpan>> traces = traces(sent.keySet(), reached);

    assertThat(sent).hasSize(ABORTS).containsKeys(traces.keySet().toArray(String[]::new));
    assertThat(traces.keySet()).containsAll(reached);
    assertThat(sent.values().stream().filter(unread -> unread.httpStatus() == 0))
        .filteredOn(unread -> reached.contains(unread.request().parent().traceId()))
        .as("requests that came in and whose answer nobody read")
        .hasSizeGreaterThan(ABORTS / 20);
    sent.forEach((id, request) -> checkTrace(request, traces.getOrDefault(id, List.of())));
  }

  /**
   * All that comes in.
   *
   * @param sent whose arrival counts: the application also tells of requests of earlier tests
   * @param reached which requests have reached the application; those are added of which it tells
   */
  private Map<String, List<ReceivedSpan>> traces(Set<String> sent, Set<String> reached)
      throws IOException, InterruptedException {
    Map<String, List<ReceivedSpan>> traces = new HashMap<>();
    String unsampled = RemoteParent.random().unsampled();
    long deadline = System.nanoTime() + SpanInbox.LIMIT.toNanos();
    int quiet = 0;
    while (System.nanoTime() < deadline
        && (quiet < QUIET_ROUNDS || !traces.keySet().containsAll(reached))) {
      List<String> arrived = app.get("arrivals", "traceparent", unsampled).body().lines().toList();
      app.settle();
      List<ReceivedSpan> spans = app.spans.takeAll();
      quiet = arrived.isEmpty() && spans.isEmpty() ? quiet + 1 : 0;
      arrived.stream().filter(sent::contains).forEach(reached::add);
      spans.forEach(
          span -> traces.computeIfAbsent(span.traceId(), id -> new ArrayList<>()).add(span));
    }
    return traces;
  }

  private static void checkTrace(AbortLoad.Sent sent, List<ReceivedSpan> trace) {
    if (trace.isEmpty()) {
      // It was refused, or has never arrived.
      return;
    }
    AbortRequest request = sent.request();
    ReceivedSpan server = only(trace, request.parent().spanId());
    assertThat(server.kind()).isEqualTo(SpanKind.SERVER);
    assertThat(server.attributes()).containsEntry("url.query", request.query());
    if (sent.httpStatus() > 0) {
      assertThat(server.attributes())
          .containsEntry("http.response.status_code", (long) sent.httpStatus());
    }
    // What was made in the application's own places, wherever that ran.
    assertThat(trace)
        .filteredOn(span -> !span.equals(server))
        .allMatch(span -> span.kind() == SpanKind.INTERNAL && span.isChildOf(server));
  }

  @Test
  void mixedCalls_keepTheirOwnParents() throws InterruptedException {
    String target = app.uri("headers").toString();
    List<Call> calls =
        List.of(
            new Call("tck/call?mode=sync&url=" + target, 200),
            new Call("tck/call?mode=async&url=" + target, 200),
            new Call("tck/call?mode=rx&url=" + target, 200));

    Map<String, Sent> sent = new MixedLoad(app.base(), calls, CALLS, CONNECTIONS).run();

    assertThat(sent).hasSize(CALLS);
    for (Sent request : sent.values()) {
      List<ReceivedSpan> trace = app.spans.takeTrace(request.parent().traceId(), 3);
      ReceivedSpan outer = only(trace, request.parent().spanId());
      ReceivedSpan call = only(trace, outer.spanId());
      ReceivedSpan inner = only(trace, call.spanId());
      assertThat(List.of(outer.kind(), call.kind(), inner.kind()))
          .containsExactly(SpanKind.SERVER, SpanKind.CLIENT, SpanKind.SERVER);
      assertThat(call.attribute("http.response.status_code")).isEqualTo(200L);
    }
  }

  private static ReceivedSpan only(List<ReceivedSpan> trace, String parentId) {
    List<ReceivedSpan> children =
        trace.stream().filter(span -> span.parentSpanId().equals(parentId)).toList();
    assertThat(children).as("children of %s in %s", parentId, trace).hasSize(1);
    return children.get(0);
  }
}

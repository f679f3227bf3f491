// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LastResortTest {
  private static final long LIMIT_NANOS = Duration.ofSeconds(20).toNanos();

  private final TestService service = new TestService(Map.of());
  private final Object token = new Object();

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void garbage_endsTheCallAtTheNextRequest() {
    HttpSpan call = call(Context.root());
    watchNewToken(call);

    long deadline = System.nanoTime() + LIMIT_NANOS;
    while (!call.ended() && System.nanoTime() < deadline) {
      System.gc();
      call(Context.root()).end(200, null);
      service.client.watch(Context.root(), false, token, () -> {}).run();
    }

    assertGivenUp(call);
  }

  private void watchNewToken(HttpSpan call) {
    Object garbage = new Object();
    Runnable unused = service.client.watch(Context.root(), false, garbage, call::giveUp);
  }

  @Test
  void endOfTheServerSpanOnTheSameThread_endsTheCall() {
    HttpSpan server = service.start(TestRequest.get("/a"));
    HttpSpan call = call(server.context());
    Runnable unused = service.client.watch(server.context(), true, token, call::giveUp);

    assertThat(call.ended()).isFalse();
    server.end(200, null);

    assertGivenUp(call);
  }

  /** It may still be under way, there. */
  @Test
  void endOfTheServerSpanElsewhere_leavesTheCall() throws InterruptedException {
    HttpSpan server = service.start(TestRequest.get("/a"));
    HttpSpan call = call(server.context());
    Runnable unused = service.client.watch(server.context(), true, token, call::giveUp);

    Thread other = new Thread(() -> server.end(200, null));
    other.start();
    other.join();

    assertThat(call.ended()).isFalse();
  }

  @Test
  void callThatMayLeaveItsThread_outlivesTheServerSpan() {
    HttpSpan server = service.start(TestRequest.get("/a"));
    HttpSpan call = call(server.context());
    Runnable unused = service.client.watch(server.context(), false, token, call::giveUp);

    server.end(200, null);

    assertThat(call.ended()).isFalse();
  }

  @Test
  void endOfTracing_endsTheCall() {
    LastResort lastResort = new LastResort();
    HttpSpan call = call(Context.root());
    Runnable unused = lastResort.watch(null, token, call::giveUp);

    lastResort.close();

    assertGivenUp(call);
  }

  @Test
  void callThatHasEnded_isForgotten() {
    WeakReference<HttpSpan> call = endedCall();

    long deadline = System.nanoTime() + LIMIT_NANOS;
    while (call.get() != null && System.nanoTime() < deadline) {
      System.gc();
      Thread.onSpinWait();
    }

    assertThat(call.get()).isNull();
  }

  /** Neither its request's span nor its token has gone. */
  private WeakReference<HttpSpan> endedCall() {
    HttpSpan server = service.start(TestRequest.get("/a"));
    HttpSpan call = call(server.context());
    Runnable over = service.client.watch(server.context(), true, token, call::giveUp);
    call.end(200, null);
    over.run();
    return new WeakReference<>(call);
  }

  private HttpSpan call(Context parent) {
    return service.client.start(parent, new TestRequest("GET", "http://a/"), TestRequest.WRITER);
  }

  private void assertGivenUp(HttpSpan call) {
    assertThat(call.ended()).isTrue();
    String id = Span.fromContext(call.context()).getSpanContext().getSpanId();
    SpanData span =
        service.spans().stream()
            .filter(each -> each.getSpanId().equals(id))
            .findFirst()
            .orElseThrow();
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getStatus().getDescription()).contains("did not tell");
    assertThat(span.getAttributes().get(AttributeKey.stringKey("error.type"))).isEqualTo("_OTHER");
    assertThat(span.getEvents()).isEmpty();
  }
}

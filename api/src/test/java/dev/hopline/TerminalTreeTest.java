// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TerminalTreeTest {
  @Test
  void trace_isPrintedWhenItsLastSpanHasEnded() {
    try (StandardOutput out = new StandardOutput();
        Tracing tracing = Tracing.builder("prompts").console().start()) {
      Span root = span(tracing, "GET /prompts", null);
      Span child = span(tracing, "find", root);
      root.setAttribute(AttributeKey.longKey("http.response.status_code"), 200L).end();
      flush(tracing);
      assertThat(out.text()).isEmpty();
      child.setStatus(StatusCode.ERROR);
      child.setAttribute(AttributeKey.stringKey("error.type"), "java.lang.IllegalStateException");
      child.end();
      await().atMost(Duration.ofSeconds(2)).until(() -> out.trees() == 1);
      assertThat(out.text())
          .contains(root.getSpanContext().getTraceId(), "2 spans", "prompts", "GET /prompts  200")
          .containsPattern("(└╌|`~) find  . IllegalStateException");
    }
  }

  @Test
  void remoteParent_isMarked() {
    SpanContext remote =
        SpanContext.createFromRemoteParent(
            "a".repeat(32), "b".repeat(16), TraceFlags.getSampled(), TraceState.getDefault());
    try (StandardOutput out = new StandardOutput();
        Tracing tracing = Tracing.builder("prompts").console().start()) {
      span(tracing, "called", Span.wrap(remote)).end();
      flush(tracing);
      assertThat(out.text()).contains("a".repeat(32)).containsPattern("(⋯|\\^) called");
    }
  }

  @Test
  void close_printsWhatHasEndedAndNamesWhatIsOpen() {
    try (StandardOutput out = new StandardOutput()) {
      try (Tracing tracing = Tracing.builder("a").console().start()) {
        Span root = span(tracing, "root", null);
        span(tracing, "never ended", root);
        root.end();
      }
      assertThat(out.text()).contains("root").contains("+ 1 span still open");
      assertThat(out.trees()).isEqualTo(1);
    }
  }

  @Test
  void unfinishedChild_isWaitedForWithABound() {
    try (StandardOutput out = new StandardOutput();
        Tracing tracing = Tracing.builder("a").console().start()) {
      Span root = span(tracing, "root", null);
      Span child = span(tracing, "late child", root);
      root.end();
      await().atMost(Duration.ofSeconds(14)).until(() -> out.trees() == 1);
      assertThat(out.text()).contains("root", "+ 1 span still open").doesNotContain("late child");
      child.end();
      flush(tracing);
      assertThat(out.text()).contains("late child");
    }
  }

  @Test
  void tooManySpans_areCutWithANote() {
    try (StandardOutput out = new StandardOutput();
        Tracing tracing = Tracing.builder("a").console().start()) {
      Span root = span(tracing, "root", null);
      for (int i = 0; i < 1_500; i++) {
        span(tracing, "s", root).end();
      }
      root.end();
      flush(tracing);
      assertThat(out.text())
          .contains("1000 spans", "+ 501 spans not shown, the trace is too large");
    }
  }

  @Test
  void tooManyTraces_areBoundedAndCounted() throws InterruptedException {
    CountDownLatch stuck = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    OutputStream slow =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            stuck.countDown();
            try {
              gate.await();
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
          }
        };
    try (Tracing tracing = Tracing.builder("a").console().start()) {
      try (StandardOutput out = new StandardOutput(slow)) {
        span(tracing, "first", null).end();
        assertThat(stuck.await(5, SECONDS)).isTrue();
        long start = System.nanoTime();
        for (int i = 0; i < 1_000; i++) {
          span(tracing, "more", null).end();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
      }
      try (StandardOutput out = new StandardOutput()) {
        gate.countDown();
        flush(tracing);
        assertThat(out.trees()).isBetween(1L, 256L);
        assertThat(out.text()).containsPattern("\\+ 7\\d\\d traces not shown, too many at once");
      }
    }
  }

  @Test
  void leakedRoots_takeBoundedRoomAndHideNoLaterTrace() {
    try (StandardOutput out = new StandardOutput();
        Tracing tracing = Tracing.builder("a").console().start()) {
      for (int i = 0; i < 2_000; i++) {
        span(tracing, "leaked", null);
      }
      await()
          .atMost(Duration.ofSeconds(15))
          .until(
              () -> {
                span(tracing, "seen again", null).end();
                return out.text().contains("seen again");
              });
      assertThat(out.text()).containsPattern("\\+ \\d+ traces not shown");
    }
  }

  @Test
  void brokenOutput_disturbsNobody() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    try (Tracing tracing = Tracing.builder("a").console().start()) {
      try (StandardOutput out = new StandardOutput(full)) {
        span(tracing, "lost", null).end();
        flush(tracing);
      }
      try (StandardOutput out = new StandardOutput()) {
        span(tracing, "printed", null).end();
        flush(tracing);
        assertThat(out.text()).contains("printed").doesNotContain("lost");
      }
    }
  }

  @Test
  void tree_besideOtlpDoesBoth() throws IOException {
    Map<String, String> both = Map.of(Settings.TRACES_EXPORTER, "tree, otlp");
    try (CollectorStub collector = new CollectorStub();
        StandardOutput out = new StandardOutput()) {
      try (Tracing tracing =
          Tracing.builder("a").properties(both).otlpEndpoint(collector.uri()).start()) {
        span(tracing, "both-ways", null).end();
      }
      assertThat(collector.hasSpan("both-ways")).isTrue();
      assertThat(out.text()).contains("both-ways");
    }
  }

  @Test
  void console_besideAnEndpointDoesBoth() throws IOException {
    try (CollectorStub collector = new CollectorStub();
        StandardOutput out = new StandardOutput()) {
      try (Tracing tracing = Tracing.builder("a").otlpEndpoint(collector.uri()).console().start()) {
        span(tracing, "both-ways", null).end();
      }
      assertThat(collector.hasSpan("both-ways")).isTrue();
      assertThat(out.text()).contains("both-ways");
    }
  }

  @Test
  void unsampledSpans_areNotPrinted() {
    Map<String, String> off = Map.of("otel.traces.sampler", "always_off");
    try (StandardOutput out = new StandardOutput();
        Tracing tracing = Tracing.builder("a").console().properties(off).start()) {
      span(tracing, "unsampled", null).end();
      flush(tracing);
      assertThat(out.text()).isEmpty();
    }
  }

  @Test
  void thread_startsWithTheFirstSpanAndEndsAtClose() {
    try (StandardOutput out = new StandardOutput()) {
      Tracing tracing = Tracing.builder("a").console().start();
      assertThat(treeThreads()).isZero();
      span(tracing, "one", null).end();
      assertThat(treeThreads()).isEqualTo(1);
      tracing.close();
      await().atMost(Duration.ofSeconds(2)).until(() -> treeThreads() == 0);
      assertThat(out.text()).contains("one");
    }
  }

  private static long treeThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("hopline-tree"))
        .count();
  }

  private static Span span(Tracing tracing, String name, @Nullable Span parent) {
    Context context = parent == null ? Context.root() : Context.root().with(parent);
    SpanKind kind = parent == null ? SpanKind.SERVER : SpanKind.INTERNAL;
    return tracing.tracer().spanBuilder(name).setParent(context).setSpanKind(kind).startSpan();
  }

  private static void flush(Tracing tracing) {
    OpenTelemetrySdk sdk = (OpenTelemetrySdk) tracing.openTelemetry();
    assertThat(sdk.getSdkTracerProvider().forceFlush().join(10, SECONDS).isSuccess()).isTrue();
  }
}

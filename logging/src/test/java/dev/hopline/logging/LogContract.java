// SPDX-License-Identifier: Apache-2.0
package dev.hopline.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A log line has the span that is current on the thread which logs it, on each of these. */
abstract class LogContract {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");

  private static final Pattern FLAGS = Pattern.compile("trace_flags=([0-9a-f]{2})");

  private static final int SAMPLED = 1;

  private Tracing tracing;

  /** Logs a line whose message is alone of its kind. */
  abstract void log(String message);

  /** All lines so far, in the format of the test's configuration. */
  abstract List<String> lines();

  Tracing start(String sampler) {
    return start(sampler, "none");
  }

  Tracing start(String sampler, String logsExporter) {
    tracing =
        Tracing.builder("logs")
            .properties(
                Map.of(
                    "otel.traces.exporter",
                    "none",
                    "otel.metrics.exporter",
                    "none",
                    "otel.logs.exporter",
                    logsExporter,
                    "otel.traces.sampler",
                    sampler))
            .start();
    return tracing;
  }

  Span span() {
    return tracing.tracer().spanBuilder("span").startSpan();
  }

  @AfterEach
  void close() {
    tracing.close();
    assertThat(Context.current()).as("context of this thread").isSameAs(Context.root());
  }

  /** The last line, which has the message. */
  String logged(String message) {
    log(message);
    List<String> lines = lines();
    String line = lines.get(lines.size() - 1);
    assertThat(line).contains(message);
    return line;
  }

  static String fields(Span span) {
    SpanContext context = span.getSpanContext();
    return "trace_id="
        + context.getTraceId()
        + " span_id="
        + context.getSpanId()
        + " trace_flags="
        + context.getTraceFlags().asHex();
  }

  @Test
  void line_hasTheSpan_andNoneOutside() {
    start("always_on");
    assertThat(logged("before it")).doesNotContainPattern(ID);
    Span span = span();
    try (Scope ignored = span.makeCurrent()) {
      assertThat(logged("in it")).contains(fields(span));
    }
    span.end();
    assertThat(logged("after it")).doesNotContainPattern(ID);
  }

  @Test
  void line_hasTheInnermostSpan() {
    start("always_on");
    Span outer = span();
    try (Scope ignored = outer.makeCurrent()) {
      Span inner = span();
      try (Scope again = inner.makeCurrent()) {
        assertThat(logged("in the inner one")).contains(fields(inner));
      }
      inner.end();
      assertThat(logged("in the outer one")).contains(fields(outer));
    }
    outer.end();
  }

  @Test
  void line_ofAnotherThread_hasTheSpanThatIsCurrentThere() throws Exception {
    start("always_on");
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Span span = span();
    try (Scope ignored = span.makeCurrent()) {
      assertThat(pool.submit(() -> logged("without context")).get()).doesNotContainPattern(ID);
      assertThat(Context.taskWrapping(pool).submit(() -> logged("with context")).get())
          .contains(fields(span));
      assertThat(pool.submit(() -> logged("same thread")).get()).doesNotContainPattern(ID);
    } finally {
      span.end();
      pool.shutdown();
    }
  }

  @Test
  void flags_tellWhetherTheSpanIsSampled() {
    assertThat(flags("always_on") & SAMPLED).isEqualTo(SAMPLED);
    close();
    assertThat(flags("always_off") & SAMPLED).isZero();
  }

  /** A second bit says that the trace id is random. */
  private int flags(String sampler) {
    start(sampler);
    Span span = span();
    try (Scope ignored = span.makeCurrent()) {
      Matcher flags = FLAGS.matcher(logged(sampler));
      assertThat(flags.find()).isTrue();
      return Integer.parseInt(flags.group(1), 16);
    } finally {
      span.end();
    }
  }
}

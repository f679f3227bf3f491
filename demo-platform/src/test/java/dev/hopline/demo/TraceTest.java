// SPDX-License-Identifier: Apache-2.0
package dev.hopline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.tck.ReceivedSpan;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A call of a gate, which calls a meter from 20 to 80 ms; the meter serves from 30 to 70 ms. */
class TraceTest {
  private static final ReceivedSpan ROOT = span("1", "", "demo", SpanKind.CLIENT, 0, 100);
  private static final ReceivedSpan GATE = span("2", "1", "gate", SpanKind.SERVER, 10, 90);
  private static final ReceivedSpan CALL = span("3", "2", "gate", SpanKind.CLIENT, 20, 80);
  private static final ReceivedSpan METER = span("4", "3", "meter", SpanKind.SERVER, 30, 70);
  private static final List<String> HOPS = List.of("gate", "meter");

  @Test
  void missing_isNothingOfACompleteTrace() {
    assertThat(new Trace(List.of(METER, CALL, GATE, ROOT)).missing(HOPS)).isEmpty();
  }

  @Test
  void missing_namesHopsParentsAndTheRoot() {
    assertThat(new Trace(List.of(GATE, ROOT)).missing(HOPS))
        .containsExactly("SERVER span of meter");
    assertThat(new Trace(List.of(METER, GATE, ROOT)).missing(HOPS))
        .containsExactly("parent of 'call' in meter");
    assertThat(new Trace(List.of(METER, CALL, GATE)).missing(HOPS))
        .containsExactly("parent of 'call' in gate", "root");
    assertThat(new Trace(List.of()).missing(HOPS))
        .containsExactly("SERVER span of gate", "SERVER span of meter", "root");
  }

  @Test
  void firstError_isTheFailedSpanWithoutAFailedChild() {
    Trace trace = new Trace(List.of(failed(ROOT), failed(GATE), failed(CALL), failed(METER)));

    assertThat(trace.firstError()).hasValue(failed(METER));
    assertThat(new Trace(List.of(ROOT, GATE)).firstError()).isEmpty();
  }

  @Test
  void hopTable_splitsTheTimeAmongTheServices() {
    assertThat(HopTable.render(new Trace(List.of(ROOT, GATE, CALL, METER))))
        .isEqualTo(
            """
            service        calls       total        self  share
            gate               1     80.0 ms     20.0 ms   20 %
            meter              1     40.0 ms     40.0 ms   40 %
            between them                         40.0 ms   40 %
            """);
  }

  @Test
  void hopTable_endsWithTheTrace() {
    ReceivedSpan late = span("4", "3", "meter", SpanKind.SERVER, 30, 500);

    assertThat(HopTable.render(new Trace(List.of(ROOT, GATE, CALL, late))))
        .contains("meter              1     70.0 ms     70.0 ms   70 %");
  }

  private static ReceivedSpan failed(ReceivedSpan span) {
    return new ReceivedSpan(
        span.traceId(),
        span.spanId(),
        span.parentSpanId(),
        "",
        1,
        span.name(),
        span.kind(),
        span.startNanos(),
        span.endNanos(),
        Map.of(),
        StatusCode.ERROR,
        "",
        List.of(),
        List.of(),
        span.service(),
        Map.of(),
        "");
  }

  private static ReceivedSpan span(
      String id, String parent, String service, SpanKind kind, long fromMillis, long toMillis) {
    return new ReceivedSpan(
        "0".repeat(31) + "1",
        "0".repeat(15) + id,
        parent.isEmpty() ? "" : "0".repeat(15) + parent,
        "",
        1,
        "call",
        kind,
        fromMillis * 1_000_000,
        toMillis * 1_000_000,
        Map.of(),
        StatusCode.UNSET,
        "",
        List.of(),
        List.of(),
        service,
        Map.of(),
        "");
  }
}

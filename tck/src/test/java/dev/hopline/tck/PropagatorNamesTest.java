// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code otel.propagators} may name with the optional jar on the class path. */
class PropagatorNamesTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final Context REMOTE =
      Context.root()
          .with(
              Span.wrap(
                  SpanContext.createFromRemoteParent(
                      TRACE,
                      "b7ad6b7169203331",
                      TraceFlags.getSampled(),
                      TraceState.getDefault())));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          b3      | b3            | 0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-1
          b3multi | X-B3-TraceId  | 0af7651916cd43dd8448eb211c80319c
          jaeger  | uber-trace-id | 0af7651916cd43dd8448eb211c80319c:b7ad6b7169203331:0:1
          """)
  void name_isOfTheHeadersThatAreSentAndRead(String name, String header, String value) {
    Map<String, String> headers = new HashMap<>();
    try (Tracing tracing = tracing(name)) {
      TextMapPropagator propagator =
          tracing.openTelemetry().getPropagators().getTextMapPropagator();
      propagator.inject(REMOTE, headers, Map::put);

      assertThat(headers).containsEntry(header, value).doesNotContainKey("traceparent");
      Context read = propagator.extract(Context.root(), headers, new Getter());
      assertThat(Span.fromContext(read).getSpanContext().getTraceId()).isEqualTo(TRACE);
    }
  }

  @Test
  void severalNames_areSentTogether() {
    Map<String, String> headers = new HashMap<>();
    try (Tracing tracing = tracing("b3,tracecontext")) {
      tracing
          .openTelemetry()
          .getPropagators()
          .getTextMapPropagator()
          .inject(REMOTE, headers, Map::put);
    }
    assertThat(headers).containsOnlyKeys("b3", "traceparent");
  }

  private static Tracing tracing(String propagators) {
    return Tracing.builder("test")
        .properties(
            Map.of(
                "otel.propagators",
                propagators,
                "otel.traces.exporter",
                "none",
                "otel.metrics.exporter",
                "none",
                "otel.logs.exporter",
                "none"))
        .start();
  }

  private static final class Getter implements TextMapGetter<Map<String, String>> {
    @Override
    public Iterable<String> keys(Map<String, String> headers) {
      return headers.keySet();
    }

    @Override
    public String get(Map<String, String> headers, String key) {
      return headers.get(key);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.logging;

import io.opentelemetry.api.trace.SpanContext;
import java.util.List;
import java.util.function.Function;

/** What a log line says of a span, and under which name. */
enum LogField {
  TRACE_ID("trace_id", SpanContext::getTraceId),
  SPAN_ID("span_id", SpanContext::getSpanId),
  TRACE_FLAGS("trace_flags", span -> span.getTraceFlags().asHex()),

  // The same in the words of Quarkus, whose users have them in their formats.
  QUARKUS_TRACE_ID("traceId", SpanContext::getTraceId),
  QUARKUS_SPAN_ID("spanId", SpanContext::getSpanId),
  QUARKUS_SAMPLED("sampled", span -> Boolean.toString(span.isSampled()));

  /** Those of OpenTelemetry's specification of log formats. */
  static final List<LogField> SPECIFIED = List.of(TRACE_ID, SPAN_ID, TRACE_FLAGS);

  final String key;

  @SuppressWarnings("ImmutableEnumChecker") // It is a reference to a method.
  private final Function<SpanContext, String> value;

  LogField(String key, Function<SpanContext, String> value) {
    this.key = key;
    this.value = value;
  }

  String of(SpanContext span) {
    return value.apply(span);
  }
}

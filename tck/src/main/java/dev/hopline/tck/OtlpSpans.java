// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import com.google.protobuf.ByteString;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The only place that knows how OTLP writes a span. */
final class OtlpSpans {
  private static final int TRACE_ID_BYTES = 16;
  private static final int SPAN_ID_BYTES = 8;

  private OtlpSpans() {}

  /**
   * The spans of a request, in its order.
   *
   * @throws IllegalArgumentException if an id does not have its length
   */
  static List<ReceivedSpan> decode(ExportTraceServiceRequest request) {
    List<ReceivedSpan> spans = new ArrayList<>();
    for (ResourceSpans ofResource : request.getResourceSpansList()) {
      Map<String, Object> resource =
          OtlpAttributes.map(ofResource.getResource().getAttributesList());
      for (ScopeSpans ofScope : ofResource.getScopeSpansList()) {
        for (Span span : ofScope.getSpansList()) {
          spans.add(decode(span, resource, ofScope.getScope().getName()));
        }
      }
    }
    return spans;
  }

  private static ReceivedSpan decode(Span span, Map<String, Object> resource, String scope) {
    return new ReceivedSpan(
        id(span.getTraceId(), TRACE_ID_BYTES),
        id(span.getSpanId(), SPAN_ID_BYTES),
        span.getParentSpanId().isEmpty() ? "" : id(span.getParentSpanId(), SPAN_ID_BYTES),
        span.getTraceState(),
        span.getFlags(),
        span.getName(),
        kind(span.getKind()),
        span.getStartTimeUnixNano(),
        span.getEndTimeUnixNano(),
        OtlpAttributes.map(span.getAttributesList()),
        status(span.getStatus()),
        span.getStatus().getMessage(),
        span.getEventsList().stream()
            .map(
                event ->
                    new ReceivedSpan.Event(
                        event.getName(), OtlpAttributes.map(event.getAttributesList())))
            .toList(),
        span.getLinksList().stream()
            .map(
                link ->
                    new ReceivedSpan.Link(
                        id(link.getTraceId(), TRACE_ID_BYTES), id(link.getSpanId(), SPAN_ID_BYTES)))
            .toList(),
        String.valueOf(resource.getOrDefault("service.name", "")),
        resource,
        scope);
  }

  private static String id(ByteString bytes, int length) {
    if (bytes.size() != length) {
      throw new IllegalArgumentException(
          "an id of " + bytes.size() + " bytes where " + length + " are due");
    }
    return HexFormat.of().formatHex(bytes.toByteArray());
  }

  private static SpanKind kind(Span.SpanKind kind) {
    return switch (kind) {
      case SPAN_KIND_SERVER -> SpanKind.SERVER;
      case SPAN_KIND_CLIENT -> SpanKind.CLIENT;
      case SPAN_KIND_PRODUCER -> SpanKind.PRODUCER;
      case SPAN_KIND_CONSUMER -> SpanKind.CONSUMER;
      // OTLP: unspecified is to be taken as internal.
      case SPAN_KIND_INTERNAL, SPAN_KIND_UNSPECIFIED, UNRECOGNIZED -> SpanKind.INTERNAL;
    };
  }

  private static StatusCode status(Status status) {
    return switch (status.getCode()) {
      case STATUS_CODE_OK -> StatusCode.OK;
      case STATUS_CODE_ERROR -> StatusCode.ERROR;
      case STATUS_CODE_UNSET, UNRECOGNIZED -> StatusCode.UNSET;
    };
  }
}

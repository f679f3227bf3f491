// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * How large spans are on the wire.
 *
 * @param groups those of each group
 * @param all with what each export has but once, such as the resource
 */
record WireSizes(Map<SpanGroup, Size> groups, Size all) {
  /**
   * Bytes of many spans.
   *
   * @param gzip of the exports that have them, and them alone
   */
  record Size(long spans, long bytes, long gzip) {
    static final Size NONE = new Size(0, 0, 0);

    Size plus(Size more) {
      return new Size(spans + more.spans, bytes + more.bytes, gzip + more.gzip);
    }

    double bytesPerSpan() {
      return (double) bytes / spans;
    }

    double gzipPerSpan() {
      return (double) gzip / spans;
    }
  }

  /** Measures the bodies of exports. */
  static WireSizes of(List<byte[]> exports) {
    Map<SpanGroup, Size> groups = new EnumMap<>(SpanGroup.class);
    Size all = Size.NONE;
    for (byte[] body : exports) {
      ExportTraceServiceRequest export = parse(body);
      long spans = 0;
      for (SpanGroup group : SpanGroup.values()) {
        Size size = sizeOf(only(group, export));
        groups.merge(group, size, Size::plus);
        spans += size.spans;
      }
      all = all.plus(new Size(spans, body.length, gzip(body)));
    }
    return new WireSizes(groups, all);
  }

  private static Size sizeOf(ExportTraceServiceRequest export) {
    long spans = 0;
    long bytes = 0;
    for (ResourceSpans resource : export.getResourceSpansList()) {
      for (ScopeSpans scope : resource.getScopeSpansList()) {
        spans += scope.getSpansCount();
        for (Span span : scope.getSpansList()) {
          bytes += CodedOutputStream.computeMessageSize(ScopeSpans.SPANS_FIELD_NUMBER, span);
        }
      }
    }
    return spans == 0 ? Size.NONE : new Size(spans, bytes, gzip(export.toByteArray()));
  }

  /** The same export as if it had no other spans. */
  private static ExportTraceServiceRequest only(SpanGroup group, ExportTraceServiceRequest export) {
    ExportTraceServiceRequest.Builder filtered = export.toBuilder();
    for (ResourceSpans.Builder resource : filtered.getResourceSpansBuilderList()) {
      for (ScopeSpans.Builder scope : resource.getScopeSpansBuilderList()) {
        List<Span> spans =
            scope.getSpansList().stream().filter(span -> SpanGroup.of(span) == group).toList();
        scope.clearSpans().addAllSpans(spans);
      }
    }
    return filtered.build();
  }

  private static ExportTraceServiceRequest parse(byte[] body) {
    try {
      return ExportTraceServiceRequest.parseFrom(body);
    } catch (InvalidProtocolBufferException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As the exporter compresses. */
  private static long gzip(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.size();
  }
}

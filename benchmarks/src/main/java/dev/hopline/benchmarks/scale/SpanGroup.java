// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

import io.opentelemetry.proto.trace.v1.Span;

/** Spans that are alike in what they carry. */
enum SpanGroup {
  SERVER("SERVER"),
  CLIENT("CLIENT"),
  INTERNAL("INTERNAL, of a method"),
  FAILED("SERVER, with an exception");

  private final String title;

  SpanGroup(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  static SpanGroup of(Span span) {
    if (span.getEventsCount() > 0) {
      return FAILED;
    }
    return switch (span.getKind()) {
      case SPAN_KIND_SERVER -> SERVER;
      case SPAN_KIND_CLIENT -> CLIENT;
      default -> INTERNAL;
    };
  }
}

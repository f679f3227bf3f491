// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.api.trace.SpanKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the spans of one trace; times in microseconds from its start. */
final class TreeSpans {
  static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final long EPOCH = 1_790_000_000_000_000_000L;

  private final List<TreeSpan> spans = new ArrayList<>();
  private String service = "gate";
  private SpanKind kind = SpanKind.INTERNAL;
  private boolean error;
  private @Nullable String status;

  TreeSpans in(String service) {
    this.service = service;
    return this;
  }

  TreeSpans kind(SpanKind kind) {
    this.kind = kind;
    return this;
  }

  TreeSpans status(String status) {
    this.status = status;
    return this;
  }

  TreeSpans error(String status) {
    this.error = true;
    return status(status);
  }

  /** Adds the span that the calls before described; service and kind stay for the next. */
  TreeSpans span(String ids, String name, long startMicros, long endMicros) {
    String[] id = ids.split("<");
    spans.add(
        new TreeSpan(
            TRACE,
            id[0],
            id.length == 1 ? null : id[1],
            service,
            name,
            kind,
            EPOCH + startMicros * 1_000,
            EPOCH + endMicros * 1_000,
            error,
            status));
    error = false;
    status = null;
    return this;
  }

  List<TreeSpan> list() {
    return List.copyOf(spans);
  }

  /** One request through five services: two calls, an error, and work that outlives its request. */
  static List<TreeSpan> platform() {
    return new TreeSpans()
        .kind(SpanKind.SERVER)
        .error("500")
        .span("a1", "POST /v1/chat", 0, 132_000)
        .kind(SpanKind.CLIENT)
        .status("200")
        .span("a2<a1", "GET", 4_000, 24_100)
        .kind(SpanKind.SERVER)
        .in("identity")
        .status("200")
        .span("b1<a2", "GET /whoami", 5_000, 23_900)
        .in("gate")
        .kind(SpanKind.CLIENT)
        .error("500")
        .span("a3<a1", "POST", 25_000, 128_000)
        .in("llm-gateway")
        .kind(SpanKind.SERVER)
        .error("500 IllegalStateException")
        .span("c1<a3", "POST /complete/{model}", 26_000, 127_500)
        .kind(SpanKind.INTERNAL)
        .span("c2<c1", "Prompts.render", 26_400, 27_250)
        .error("IllegalStateException")
        .span("c3<c1", "LargeLanguageModel.complete", 27_500, 126_000)
        .in("meter")
        .kind(SpanKind.CONSUMER)
        .span("d1<c1", "charge", 120_000, 165_000)
        .list();
  }
}

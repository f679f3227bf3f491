// SPDX-License-Identifier: Apache-2.0
package dev.hopline.demo;

import dev.hopline.SpanTree;
import dev.hopline.TreeSpan;
import dev.hopline.tck.ReceivedSpan;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trace as a person reads it: the tree, the time by service, and where an error began. */
final class Report {
  /** Wider than a terminal is at first, since five services make a deep tree. */
  private static final int WIDTH = 100;

  private static final SpanTree TREE =
      new SpanTree(WIDTH, SpanTree.forTerminal().color(), SpanTree.forTerminal().unicode());

  private Report() {}

  static String of(Trace trace) {
    List<TreeSpan> spans = trace.spans().stream().map(Report::treeSpan).toList();
    String report = TREE.render(spans) + "\n" + HopTable.render(trace);
    return trace.firstError().map(error -> report + "\n" + beginning(error)).orElse(report);
  }

  private static String beginning(ReceivedSpan error) {
    String why =
        error.exceptions().stream()
            .findFirst()
            .map(e -> e.get("exception.type") + ": " + e.get("exception.message"))
            .orElse("status " + status(error));
    return "The error began in %s, '%s': %s\n".formatted(error.service(), error.name(), why);
  }

  private static TreeSpan treeSpan(ReceivedSpan span) {
    return new TreeSpan(
        span.traceId(),
        span.spanId(),
        span.isRoot() ? null : span.parentSpanId(),
        span.service(),
        span.name(),
        span.kind(),
        span.startNanos(),
        span.endNanos(),
        span.status() == StatusCode.ERROR,
        status(span));
  }

  private static @Nullable String status(ReceivedSpan span) {
    Object status = span.attribute("http.response.status_code");
    Object shown = status != null ? status : span.attribute("error.type");
    return shown == null ? null : shown.toString();
  }
}

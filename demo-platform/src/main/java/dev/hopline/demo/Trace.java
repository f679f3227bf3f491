// SPDX-License-Identifier: Apache-2.0
package dev.hopline.demo;

import dev.hopline.tck.ReceivedSpan;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The spans of one trace. */
record Trace(List<ReceivedSpan> spans) {
  /**
   * What is not there yet; nothing if the trace is complete.
   *
   * @param hops the services that were called, each as often as it was
   */
  List<String> missing(List<String> hops) {
    List<String> missing = new ArrayList<>(hops);
    select(SpanKind.SERVER).forEach(span -> missing.remove(span.service()));
    missing.replaceAll(service -> "SERVER span of " + service);
    for (ReceivedSpan span : spans) {
      if (!span.isRoot() && spans.stream().noneMatch(span::isChildOf)) {
        missing.add("parent of '" + span.name() + "' in " + span.service());
      }
    }
    if (spans.stream().noneMatch(ReceivedSpan::isRoot)) {
      missing.add("root");
    }
    return missing;
  }

  /** The first span. */
  ReceivedSpan root() {
    return spans.stream().filter(ReceivedSpan::isRoot).findFirst().orElseThrow();
  }

  List<ReceivedSpan> select(SpanKind kind) {
    return spans.stream().filter(span -> span.kind() == kind).toList();
  }

  /**
   * Where the error began: of the failed spans without a failed child, the one that ended first.
   */
  Optional<ReceivedSpan> firstError() {
    Predicate<ReceivedSpan> failed = span -> span.status() == StatusCode.ERROR;
    return spans.stream()
        .filter(failed)
        .filter(span -> spans.stream().filter(failed).noneMatch(other -> other.isChildOf(span)))
        .min(Comparator.comparingLong(ReceivedSpan::endNanos));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.demo;

import dev.hopline.demo.Intervals.Interval;
import dev.hopline.tck.ReceivedSpan;
import io.opentelemetry.api.trace.SpanKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where the time of a trace went, by service: its total while it served, the part of that in which
 * it waited for no other service, and that part's share of the whole trace. What is left is spent
 * between the services. Shares add up to more than 100 % where services work at the same time.
 */
final class HopTable {
  private static final String HEAD = "%-14s %5s %11s %11s %6s";
  private static final String ROW = "%-14s %5s %8.1f ms %8.1f ms %4.0f %%";
  private static final String LAST_ROW = "%-14s %5s %11s %8.1f ms %4.0f %%";
  private static final double NANOS_PER_MILLI = 1e6;

  private final Trace trace;
  private final long whole;

  private HopTable(Trace trace) {
    this.trace = trace;
    this.whole = Math.max(1, time(Stream.of(trace.root())).nanos());
  }

  static String render(Trace trace) {
    return String.join("\n", new HopTable(trace).lines()) + "\n";
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(line(HEAD, "service", "calls", "total", "self", "share"));
    List<Interval> selves = new ArrayList<>();
    for (String service : Service.NAMES) {
      List<ReceivedSpan> served = ofService(service, SpanKind.SERVER);
      Intervals total = time(served.stream());
      Intervals self = total.minus(time(ofService(service, SpanKind.CLIENT).stream()));
      selves.addAll(self.list());
      if (!served.isEmpty()) {
        lines.add(
            line(ROW, service, served.size(), millis(total), millis(self), percent(self.nanos())));
      }
    }
    Intervals between = time(Stream.of(trace.root())).minus(Intervals.of(selves.stream()));
    lines.add(line(LAST_ROW, "between them", "", "", millis(between), percent(between.nanos())));
    return lines;
  }

  private List<ReceivedSpan> ofService(String service, SpanKind kind) {
    return trace.select(kind).stream().filter(span -> span.service().equals(service)).toList();
  }

  /** What a service does after the caller has its answer is none of the trace's time. */
  private Intervals time(Stream<ReceivedSpan> spans) {
    ReceivedSpan root = trace.root();
    return Intervals.of(
        spans.map(
            span ->
                new Interval(
                    Math.max(root.startNanos(), span.startNanos()),
                    Math.min(root.endNanos(), span.endNanos()))));
  }

  private static String line(String format, Object... cells) {
    return String.format(Locale.ROOT, format, cells);
  }

  private static double millis(Intervals time) {
    return time.nanos() / NANOS_PER_MILLI;
  }

  private double percent(long nanos) {
    return 100.0 * nanos / whole;
  }
}

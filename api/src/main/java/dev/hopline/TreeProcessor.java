// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * Prints each trace as a tree when the last of its spans in this process has ended. A processor and
 * not an exporter, because only a processor knows which spans are still open, and because
 * autoconfiguration would put an exporter behind a batch of five seconds.
 */
final class TreeProcessor implements SpanProcessor {
  private static final int MAX_TRACES = 256;

  /** How long spans are waited for that go on after their root, as asynchronous work does. */
  private static final long PATIENCE = Duration.ofSeconds(10).toNanos();

  /** How long a silent request may take, a model's answer or a stream, before it is cut in two. */
  private static final long ROOT_PATIENCE = Duration.ofMinutes(10).toNanos();

  private final Map<String, OpenTrace> traces = new HashMap<>();
  private final TreePrinter printer;
  private int notFollowed;

  TreeProcessor() {
    this.printer = new TreePrinter(this::sweep);
  }

  @Override
  public void onStart(Context parentContext, ReadWriteSpan span) {
    if (!span.getSpanContext().isSampled()) {
      return;
    }
    printer.start();
    synchronized (traces) {
      String id = span.getSpanContext().getTraceId();
      OpenTrace trace = traces.get(id);
      if (trace == null && traces.size() >= MAX_TRACES) {
        notFollowed++;
        return;
      }
      if (trace == null) {
        trace = new OpenTrace();
        traces.put(id, trace);
      }
      trace.start(span);
    }
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    String id = span.getSpanContext().getTraceId();
    synchronized (traces) {
      OpenTrace trace = traces.get(id);
      if (trace == null) {
        return;
      }
      trace.end(
          span, !SuppressedSpans.isMarked(span.getName(), span.getInstrumentationScopeInfo()));
      if (!trace.hasOpen()) {
        traces.remove(id);
        printEnded(trace);
      }
    }
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }

  /** Prints what has waited long enough, and forgets traces of which nothing is left to print. */
  private void sweep() {
    synchronized (traces) {
      boolean full = traces.size() >= MAX_TRACES;
      for (Iterator<OpenTrace> all = traces.values().iterator(); all.hasNext(); ) {
        OpenTrace trace = all.next();
        long patience = trace.hasOpenRoot() && !full ? ROOT_PATIENCE : PATIENCE;
        if (trace.quietNanos() < patience) {
          continue;
        }
        if (trace.hasEnded()) {
          print(trace);
        } else if (full || trace.quietNanos() > ROOT_PATIENCE) {
          all.remove();
        }
      }
    }
  }

  private void printEnded(OpenTrace trace) {
    if (trace.hasEnded()) {
      print(trace);
    }
  }

  private void print(OpenTrace trace) {
    printer.print(trace.take(), notFollowed);
    notFollowed = 0;
  }

  @Override
  public CompletableResultCode forceFlush() {
    return printer.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    synchronized (traces) {
      traces.values().stream().filter(OpenTrace::hasEnded).forEach(this::print);
      traces.clear();
    }
    return printer.shutdown();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.sdk.trace.ReadableSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The spans of one trace in this process, some still open. Not thread-safe: its owner locks. */
final class OpenTrace {
  private static final int MAX_SPANS = 1_000;

  /** Ended spans to print, and what is missing among them. */
  record Part(List<ReadableSpan> ended, int open, int cut) {}

  /** Id of each open span, and whether it is a local root. */
  private final Map<String, Boolean> open = new HashMap<>();

  private List<ReadableSpan> ended = new ArrayList<>();
  private int openRoots;
  private int cut;
  private long lastNews = System.nanoTime();

  void start(ReadableSpan span) {
    lastNews = System.nanoTime();
    if (open.size() + ended.size() >= MAX_SPANS) {
      cut++;
      return;
    }
    boolean root = isLocalRoot(span);
    open.put(span.getSpanContext().getSpanId(), root);
    openRoots += root ? 1 : 0;
  }

  /**
   * A span has ended.
   *
   * @param kept whether it is to be printed
   */
  void end(ReadableSpan span, boolean kept) {
    Boolean root = open.remove(span.getSpanContext().getSpanId());
    if (root != null) {
      lastNews = System.nanoTime();
      if (kept) {
        ended.add(span);
      }
      openRoots -= root ? 1 : 0;
    }
  }

  private static boolean isLocalRoot(ReadableSpan span) {
    var parent = span.getParentSpanContext();
    return !parent.isValid() || parent.isRemote();
  }

  boolean hasOpen() {
    return !open.isEmpty();
  }

  boolean hasEnded() {
    return !ended.isEmpty();
  }

  boolean hasOpenRoot() {
    return openRoots > 0;
  }

  long quietNanos() {
    return System.nanoTime() - lastNews;
  }

  /** Takes what has ended so far; spans still open come in a later part. */
  Part take() {
    Part part = new Part(ended, open.size(), cut);
    ended = new ArrayList<>();
    cut = 0;
    return part;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import io.opentelemetry.api.trace.SpanKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Collects spans until a test takes them. A test must take each one: registered as an extension of
 * JUnit, the inbox fails a test that leaves any. So a span too many is found by every test, not by
 * the one that looked for it.
 *
 * <pre>{@code
 * static final OtlpReceiver RECEIVER = OtlpReceiver.open();
 *
 * @RegisterExtension
 * final SpanInbox spans = SpanInbox.of(RECEIVER);
 * }</pre>
 *
 * <p>Taking blocks up to {@link #LIMIT} and then throws an {@code AssertionError} that lists what
 * is there. Every span is also held to what is true of any: see {@link #accept}. Thread-safe.
 */
public final class SpanInbox implements Consumer<ReceivedSpan>, AfterEachCallback {
  /** How long to wait for a span. */
  public static final Duration LIMIT = Duration.ofSeconds(10);

  private static final int SHOWN = 20;

  private final List<ReceivedSpan> spans = new ArrayList<>();
  private final Set<String> spanIds = new HashSet<>();
  private final Map<String, String> traceOfSpan = new HashMap<>();
  private final List<String> broken = new ArrayList<>();

  private SpanInbox() {}

  /** An inbox that collects what the receiver gets from now on. */
  public static SpanInbox of(OtlpReceiver receiver) {
    SpanInbox inbox = new SpanInbox();
    receiver.onSpan(inbox);
    return inbox;
  }

  /**
   * Puts a span in. A span that came before, whose parent belongs to another trace, that ends
   * before it starts, or that was started on a thread with the context of something else ({@link
   * StaleContextMarker}) makes the next take and the end of the test fail.
   */
  @Override
  public synchronized void accept(ReceivedSpan span) {
    spans.add(span);
    if (!spanIds.add(span.spanId())) {
      broken.add("exported twice: " + span);
    }
    if (!isOfItsTrace(span.spanId(), span)
        || !(span.isRoot() || isOfItsTrace(span.parentSpanId(), span))) {
      broken.add("child of another trace: " + span);
    }
    if (span.endNanos() < span.startNanos()) {
      broken.add("ends before it starts: " + span);
    }
    if (span.attribute(StaleContextMarker.ATTRIBUTE) != null) {
      broken.add("started on a thread that carried another context: " + span);
    }
    notifyAll();
  }

  private boolean isOfItsTrace(String spanId, ReceivedSpan span) {
    String known = traceOfSpan.putIfAbsent(spanId, span.traceId());
    return known == null || known.equals(span.traceId());
  }

  /** Takes the SERVER span that came first. */
  public ReceivedSpan takeServer() {
    return take(SpanKind.SERVER);
  }

  /** Takes the CLIENT span that came first. */
  public ReceivedSpan takeClient() {
    return take(SpanKind.CLIENT);
  }

  /** Takes the span of a kind that came first. */
  public ReceivedSpan take(SpanKind kind) {
    return take(kind + " span", span -> span.kind() == kind);
  }

  /** Takes the span that came first of those wanted. */
  public ReceivedSpan take(Predicate<ReceivedSpan> wanted) {
    return take("such span", wanted);
  }

  /**
   * Takes the span that came first of those wanted.
   *
   * @param what says in a failure what was wanted, as in "SERVER span of gate"
   */
  public ReceivedSpan take(String what, Predicate<ReceivedSpan> wanted) {
    return take(1, what, wanted).get(0);
  }

  /** Takes that many spans of any kind, in the order in which they came. */
  public List<ReceivedSpan> take(int count) {
    return take(count, "spans", span -> true);
  }

  /** Takes that many spans of a trace, in the order in which they came. */
  public List<ReceivedSpan> takeTrace(String traceId, int count) {
    return take(count, "spans of trace " + traceId, span -> span.traceId().equals(traceId));
  }

  /** Takes what is there, without waiting for more. */
  public synchronized List<ReceivedSpan> takeAll() {
    checkUnbroken();
    return remove(spans.size(), span -> true);
  }

  /** Takes all spans of a kind that are there now, in the order in which they came. */
  public synchronized List<ReceivedSpan> takeAll(SpanKind kind) {
    Predicate<ReceivedSpan> wanted = span -> span.kind() == kind;
    return remove((int) spans.stream().filter(wanted).count(), wanted);
  }

  private synchronized List<ReceivedSpan> take(
      int count, String what, Predicate<ReceivedSpan> wanted) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (spans.stream().filter(wanted).count() < count) {
      long millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
      if (millis <= 0) {
        throw new AssertionError(
            "no %d %s within %d s; there are %s"
                .formatted(count, what, LIMIT.toSeconds(), list(spans)));
      }
      try {
        wait(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted while waiting for spans", e);
      }
    }
    checkUnbroken();
    return remove(count, wanted);
  }

  private List<ReceivedSpan> remove(int count, Predicate<ReceivedSpan> wanted) {
    List<ReceivedSpan> taken = new ArrayList<>();
    Iterator<ReceivedSpan> all = spans.iterator();
    while (taken.size() < count) {
      ReceivedSpan span = all.next();
      if (wanted.test(span)) {
        all.remove();
        taken.add(span);
      }
    }
    return taken;
  }

  private void checkUnbroken() {
    if (!broken.isEmpty()) {
      throw new AssertionError("spans that cannot be right: " + list(broken));
    }
  }

  /** A load may leave thousands; nobody reads more than the first few. */
  private static String list(List<?> items) {
    String first =
        items.stream()
            .limit(SHOWN)
            .map(item -> "\n  " + item)
            .collect(Collectors.joining("", items.isEmpty() ? "none" : "", ""));
    return items.size() > SHOWN ? first + "\n  and %d more".formatted(items.size() - SHOWN) : first;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    assertEmpty();
  }

  /** Fails, and empties the inbox, if a span was left or broke a rule. */
  public synchronized void assertEmpty() {
    try {
      checkUnbroken();
      if (!spans.isEmpty()) {
        throw new AssertionError("spans that no test expected: " + list(spans));
      }
    } finally {
      spans.clear();
      broken.clear();
    }
  }
}

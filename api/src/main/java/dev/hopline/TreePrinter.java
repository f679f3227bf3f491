// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Draws and prints on a thread of its own, so that a slow terminal holds no request. */
final class TreePrinter {
  /** More than a person can read, and little memory while somebody holds the terminal's scroll. */
  private static final int MAX_WAITING = 256;

  private final Runnable everySecond;
  private final ScheduledThreadPoolExecutor thread;
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger skipped = new AtomicInteger();

  TreePrinter(Runnable everySecond) {
    this.everySecond = everySecond;
    this.thread = new ScheduledThreadPoolExecutor(1, TreePrinter::thread);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "hopline-tree");
    thread.setDaemon(true);
    // It is born in some request and must not keep that application's class loader.
    thread.setContextClassLoader(null);
    return thread;
  }

  /** Starts the thread at the first call. */
  void start() {
    if (!started.get() && started.compareAndSet(false, true)) {
      try {
        var unused = thread.scheduleWithFixedDelay(everySecond, 1, 1, TimeUnit.SECONDS);
      } catch (RejectedExecutionException e) {
        return; // Shut down: a span that starts after the end is not printed.
      }
    }
  }

  /** Prints soon; skips and counts when too many wait already. */
  void print(OpenTrace.Part part, int notFollowed) {
    skipped.addAndGet(notFollowed);
    if (waiting.incrementAndGet() > MAX_WAITING) {
      waiting.decrementAndGet();
      skipped.incrementAndGet();
      return;
    }
    try {
      thread.execute(() -> draw(part));
    } catch (RejectedExecutionException e) {
      waiting.decrementAndGet();
    }
  }

  private void draw(OpenTrace.Part part) {
    waiting.decrementAndGet();
    List<TreeSpan> spans = part.ended().stream().map(TreePrinter::node).toList();
    StringBuilder text = new StringBuilder(SpanTree.forTerminal().render(spans));
    note(text, part.open(), "span still open");
    note(text, part.cut(), "span not shown, the trace is too large");
    note(text, skipped.getAndSet(0), "trace not shown, too many at once");
    Terminal.print(text.append('\n').toString());
  }

  private static void note(StringBuilder text, int count, String what) {
    if (count > 0) {
      String noun = what.substring(0, what.indexOf(' '));
      text.append("  + ").append(count).append(' ').append(noun).append(count == 1 ? "" : "s");
      text.append(what, noun.length(), what.length()).append('\n');
    }
  }

  private static TreeSpan node(ReadableSpan ended) {
    SpanData span = ended.toSpanData();
    String service = span.getResource().getAttribute(stringKey("service.name"));
    boolean hasParent = span.getParentSpanContext().isValid();
    return new TreeSpan(
        span.getTraceId(),
        span.getSpanId(),
        hasParent ? span.getParentSpanId() : null,
        service == null ? "unknown_service" : service,
        span.getName(),
        span.getKind(),
        span.getStartEpochNanos(),
        span.getEndEpochNanos(),
        span.getStatus().getStatusCode() == StatusCode.ERROR,
        status(span));
  }

  /** The HTTP status, or the exception's simple name, or both. */
  private static @Nullable String status(SpanData span) {
    Long http = span.getAttributes().get(longKey("http.response.status_code"));
    String error = span.getAttributes().get(stringKey("error.type"));
    String simple = error == null ? "" : error.substring(error.lastIndexOf('.') + 1);
    if (http == null) {
      return simple.isEmpty() ? description(span) : simple;
    }
    return simple.isEmpty() || simple.equals(http.toString())
        ? http.toString()
        : http + " " + simple;
  }

  private static @Nullable String description(SpanData span) {
    String description = span.getStatus().getDescription();
    return description.isEmpty() ? null : description;
  }

  /** Done when all that waits now is printed. */
  CompletableResultCode flush() {
    CompletableResultCode done = new CompletableResultCode();
    try {
      thread.execute(done::succeed);
    } catch (RejectedExecutionException e) {
      return CompletableResultCode.ofSuccess();
    }
    return done;
  }

  CompletableResultCode shutdown() {
    CompletableResultCode flushed = started.get() ? flush() : CompletableResultCode.ofSuccess();
    thread.shutdown();
    return flushed;
  }
}

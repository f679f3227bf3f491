// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The end of a method span; an instance is one that comes once, by whatever comes first. */
final class SpanEnd {
  private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

  private final Span span;
  private final AtomicBoolean over = new AtomicBoolean();

  SpanEnd(Span span) {
    this.span = span;
  }

  boolean isOver() {
    return over.get();
  }

  /** Ends the span with what a result has come to, unless it has ended. */
  void end(@Nullable Throwable error) {
    if (over.compareAndSet(false, true)) {
      endResult(span, error);
    }
  }

  /** Cancels the work and ends the span; a failure that the cancellation causes is none. */
  void cancel(Runnable work) {
    boolean first = over.compareAndSet(false, true);
    try {
      work.run();
    } finally {
      if (first) {
        span.end();
      }
    }
  }

  /** Ends the span of a result that nobody can reach any more. */
  void giveUp() {
    if (over.compareAndSet(false, true)) {
      span.addEvent("result was abandoned");
      span.end();
    }
  }

  /** Ends the span of a method whose result has failed with {@code error}, if not null. */
  static void endResult(Span span, @Nullable Throwable error) {
    Throwable cause = error instanceof CompletionException ? error.getCause() : null;
    Throwable reason = cause == null ? error : cause;
    if (reason == null || reason instanceof CancellationException) {
      span.end(); // Who cancels has lost interest; nothing went wrong.
    } else {
      end(span, reason);
    }
  }

  /** Ends the span of a method that threw {@code error}. */
  static void end(Span span, Throwable error) {
    try {
      span.setStatus(StatusCode.ERROR);
      span.setAttribute(ERROR_TYPE, error.getClass().getName());
      span.recordException(error);
    } catch (RuntimeException | Error unreadable) {
      // A getMessage() of the application that throws must not take the place of its exception.
    } finally {
      span.end();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import dev.hopline.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The span of a call whose result is yet to come. The result refers to it: if nobody can reach that
 * any more, the span is given up.
 *
 * <p>A result that may be subscribed to several times is one call all the same: the span covers the
 * first subscription.
 */
final class AsyncSpan {
  private final Context context;
  private final Span span;
  private final SpanEnd end;
  private final Runnable forget;
  private final AtomicBoolean subscribed = new AtomicBoolean();

  /**
   * @param context with the span
   */
  AsyncSpan(Tracing tracing, Context context) {
    this.context = context;
    span = Span.fromContext(context);
    end = new SpanEnd(span);
    forget =
        span.isRecording()
            ? tracing.client().watch(Context.root(), false, this, end::giveUp)
            : () -> {};
  }

  /** Whether this is the subscription that the span covers; true but once. */
  boolean claim() {
    return subscribed.compareAndSet(false, true) && !end.isOver();
  }

  /** Subscribes within the span, or requests. */
  void within(Runnable work) {
    try (Scope ignored = context.makeCurrent()) {
      work.run();
    } catch (RuntimeException | Error error) {
      end(error);
      throw error;
    }
  }

  /** Cancels within the span, and ends it. */
  void cancel(Runnable work) {
    try (Scope ignored = context.makeCurrent()) {
      end.cancel(work);
    } finally {
      forget.run();
    }
  }

  /**
   * Signals to the subscriber. What it does belongs to the context in which it has subscribed, also
   * if the result comes at once, while the span is current.
   */
  void outside(Context subscriber, Runnable signal) {
    if (Span.current() == span) {
      try (Scope ignored = subscriber.makeCurrent()) {
        signal.run();
      }
    } else {
      signal.run();
    }
  }

  void end(@Nullable Throwable error) {
    end.end(error);
    forget.run();
  }
}

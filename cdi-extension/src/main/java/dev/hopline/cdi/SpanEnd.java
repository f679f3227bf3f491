// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The end of a method span: at once, or when the asynchronous result completes. */
final class SpanEnd {
  private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

  private SpanEnd() {}

  /** Ends the span of a method that returned {@code result}. */
  static void endWith(Span span, @Nullable Object result) {
    if (result instanceof CompletionStage<?> stage) {
      endAtCompletion(span, stage);
    } else {
      span.end();
    }
  }

  // The stage itself goes back to the caller, not the one made here: it may be of a class of the
  // application, and a cancellation must reach it.
  private static void endAtCompletion(Span span, CompletionStage<?> stage) {
    try {
      stage.whenComplete((value, error) -> endStage(span, error));
    } catch (RuntimeException unsupported) {
      span.end();
    }
  }

  private static void endStage(Span span, @Nullable Throwable error) {
    if (error == null || error instanceof CancellationException) {
      span.end(); // Who cancels has lost interest; nothing went wrong.
    } else {
      Throwable cause = error instanceof CompletionException ? error.getCause() : null;
      end(span, cause == null ? error : cause);
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

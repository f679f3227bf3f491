// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import dev.hopline.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.lang.reflect.Method;
import java.lang.reflect.TypeVariable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a method's result, and of its span with it.
 *
 * <p>A stage goes back to the caller as it is: it may be of a class of the application, and a
 * cancellation must reach it. What has to be subscribed to is wrapped, since the span is to be
 * current in the subscription, which only the caller makes.
 */
@FunctionalInterface
interface AsyncResult {
  /** Ends the span with the result, and makes what the caller gets in its place. */
  Object of(Object result, AsyncSpan span);

  /**
   * The wrapping for a method. The declared type decides: a caller can do with the result what that
   * type allows, and with a wrapping of it as well. Its name says that the library is there.
   *
   * @return null if the result stays as it is
   */
  static @Nullable AsyncResult of(Method method) {
    // Of what a subclass puts in its place nothing is known.
    if (method.getGenericReturnType() instanceof TypeVariable) {
      return null;
    }
    try {
      return switch (method.getReturnType().getName()) {
        case "java.util.concurrent.Flow$Publisher" ->
            (result, span) -> new TracedPublisher<>((Flow.Publisher<?>) result, span);
        case "org.reactivestreams.Publisher" -> new ReactiveStreams();
        case "io.smallrye.mutiny.Uni" -> MutinyUni.wrapping();
        case "io.smallrye.mutiny.Multi" -> MutinyMulti.wrapping();
        default -> null;
      };
    } catch (LinkageError other) {
      // A server may show the application a library that it does not show us, or an old one.
      return null;
    }
  }

  /** What the caller gets of a method that returned; its span ends now or later. */
  static @Nullable Object end(
      @Nullable AsyncResult wrapping, Tracing tracing, Context context, @Nullable Object result) {
    Span span = Span.fromContext(context);
    try {
      if (result instanceof CompletionStage<?> stage) {
        endAtCompletion(stage, tracing, context);
        return result;
      }
      if (result != null && wrapping != null) {
        return wrapping.of(result, new AsyncSpan(tracing, context));
      }
    } catch (RuntimeException | LinkageError unsupported) {
      // A stage of the application may allow no dependents.
    }
    span.end();
    return result;
  }

  private static void endAtCompletion(CompletionStage<?> stage, Tracing tracing, Context context) {
    if (isDone(stage)) {
      stage.whenComplete((value, error) -> SpanEnd.endResult(Span.fromContext(context), error));
    } else {
      AsyncSpan span = new AsyncSpan(tracing, context);
      stage.whenComplete((value, error) -> span.end(error));
    }
  }

  /** One that is done needs no watching. Some subclasses do not tell, Java's own among them. */
  private static boolean isDone(CompletionStage<?> stage) {
    return stage.getClass() == CompletableFuture.class && ((CompletableFuture<?>) stage).isDone();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import dev.hopline.Traced;
import dev.hopline.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes the method spans of {@code @Traced} and {@code @WithSpan}. The extensions give methods with
 * {@code @WithSpan} the binding {@code @Traced}, so a method with both is still intercepted once.
 *
 * <p>Outermost of all interceptors: what transactions and retries do belongs to the call.
 */
@Traced
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class TracedInterceptor {
  private static final Logger LOGGER = Logger.getLogger("dev.hopline");

  @AroundInvoke
  @Nullable Object trace(InvocationContext call) throws Exception {
    Tracing tracing = Tracing.current();
    MethodSpan method = tracing == null || !tracing.enabled() ? null : method(call);
    return tracing == null || method == null ? call.proceed() : trace(method, tracing, call);
  }

  private static @Nullable Object trace(MethodSpan method, Tracing tracing, InvocationContext call)
      throws Exception {
    Span span = start(method, tracing, call);
    if (span == null) {
      return call.proceed();
    }
    Context context = Context.current().with(span);
    Object result;
    try (Scope ignored = context.makeCurrent()) {
      result = call.proceed();
    } catch (Throwable error) {
      SpanEnd.end(span, error);
      throw error;
    }
    return method.end(tracing, context, result);
  }

  private static @Nullable MethodSpan method(InvocationContext call) {
    try {
      return MethodSpan.of(call);
    } catch (RuntimeException | LinkageError e) {
      log(call, e);
      return null;
    }
  }

  private static @Nullable Span start(MethodSpan method, Tracing tracing, InvocationContext call) {
    try {
      return method.start(tracing, call);
    } catch (RuntimeException | LinkageError e) {
      log(call, e);
      return null;
    }
  }

  /** A class that an annotation names may be missing, or a sampler fail: the call goes on. */
  private static void log(InvocationContext call, Throwable reason) {
    LOGGER.log(Level.FINE, reason, () -> "No span for " + call.getMethod());
  }
}

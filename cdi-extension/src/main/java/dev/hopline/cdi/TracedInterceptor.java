// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import dev.hopline.Traced;
import dev.hopline.Tracing;
import io.opentelemetry.api.trace.Span;
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
    if (tracing == null || !tracing.enabled()) {
      return call.proceed();
    }
    Span span = start(tracing, call);
    if (span == null) {
      return call.proceed();
    }
    Object result;
    try (Scope ignored = span.makeCurrent()) {
      result = call.proceed();
    } catch (Throwable error) {
      SpanEnd.end(span, error);
      throw error;
    }
    SpanEnd.endWith(span, result);
    return result;
  }

  private static @Nullable Span start(Tracing tracing, InvocationContext call) {
    try {
      return MethodSpan.of(call).start(tracing, call);
    } catch (RuntimeException | LinkageError e) {
      // A class that an annotation names may be missing, or a sampler fail: the call goes on.
      LOGGER.log(Level.FINE, e, () -> "No span for " + call.getMethod());
      return null;
    }
  }
}

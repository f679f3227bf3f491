// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import dev.hopline.HttpClientTracing;
import dev.hopline.Tracing;
import io.opentelemetry.context.Scope;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.jspecify.annotations.Nullable;

/**
 * Tells the attempts of a method that MicroProfile Fault Tolerance retries apart, so that a call
 * which an earlier attempt has made says that it is resent. Fault Tolerance proceeds once for each
 * attempt; the data of the invocation stay the same.
 *
 * <p>Innermost of all interceptors, as a setting may put Fault Tolerance anywhere. The extensions
 * take {@link Nowhere} off where there is Fault Tolerance.
 */
@Retry
@AttemptInterceptor.Nowhere
@Interceptor
@Priority(Integer.MAX_VALUE)
class AttemptInterceptor {
  private static final String RETRY = "org.eclipse.microprofile.faulttolerance.Retry";

  /**
   * A binding that no method has. Without Fault Tolerance it is the interceptor's only one, and
   * OpenWebBeans and ArC refuse interceptors without any.
   */
  @InterceptorBinding
  @Retention(RetentionPolicy.RUNTIME)
  @interface Nowhere {}

  /** The annotation above; null without Fault Tolerance: Java leaves out what has no class. */
  static @Nullable Class<? extends Annotation> retry() {
    for (Annotation present : AttemptInterceptor.class.getAnnotations()) {
      if (present.annotationType().getName().equals(RETRY)) {
        return present.annotationType();
      }
    }
    return null;
  }

  @AroundInvoke
  @Nullable Object attempt(InvocationContext call) throws Exception {
    Tracing tracing = Tracing.current();
    if (tracing == null || !tracing.enabled()) {
      return call.proceed();
    }
    try (Scope ignored = HttpClientTracing.openAttempt(call.getContextData())) {
      return call.proceed();
    }
  }
}

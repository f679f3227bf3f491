// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Has a method intercepted, and no more: what the container takes for it. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@interface Empty {
  /** Goes on. */
  @Empty
  @Interceptor
  @Priority(Interceptor.Priority.APPLICATION)
  class Around {
    @AroundInvoke
    Object proceed(InvocationContext call) throws Exception {
      return call.proceed();
    }
  }
}

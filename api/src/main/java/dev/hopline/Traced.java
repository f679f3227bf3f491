// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.api.trace.SpanKind;
import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Every call of the method, or of each business method of the class, is one span, from the call to
 * its return, its exception, or the completion of the asynchronous result.
 *
 * <p>The nearest annotation counts: the method's, then the class's and its superclasses', then a
 * stereotype's. On a method that serves a Jakarta REST request there is no second span: the
 * annotation names the SERVER span, or with {@code @Traced(false)} suppresses it. On the interface
 * of a MicroProfile REST client, or on its method, {@code @Traced(false)} means no CLIENT span.
 *
 * <p>Only calls that go through the CDI container are seen: not {@code this.method()} (but on
 * Quarkus), and no private, static or final method.
 */
@InterceptorBinding
@Inherited
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Traced {
  /** {@code false} opts out: no span here, and the context goes on to the calls within. */
  @Nonbinding
  boolean value() default true;

  /** The span's name; empty means the simple class name, a dot and the method's name. */
  @Nonbinding
  String operationName() default "";

  /** The span's kind. */
  @Nonbinding
  SpanKind kind() default SpanKind.INTERNAL;

  /** {@code false} starts a new trace in place of a child of the current span. */
  @Nonbinding
  boolean inheritContext() default true;
}

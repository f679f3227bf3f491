// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.api.trace.SpanKind;
import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Annotation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Every call of the method, or of each business method of the class, is one span, from the call to
 * its return, its exception, or the completion of the asynchronous result.
 *
 * <p>The nearest annotation counts: the method's, then the class's and its superclasses', then a
 * stereotype's. On a method that serves a Jakarta REST request there is no second span: the
 * annotation names the SERVER span, or with {@code @Traced(false)} suppresses it, be there CDI or
 * not. On the interface of a MicroProfile REST client, or on its method, {@code @Traced(false)}
 * means no CLIENT span.
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

  /**
   * The annotation that counts for a method, by the one rule that there is, with CDI and without.
   * Applications have no use for it.
   */
  final class Nearest {
    /**
     * The name of MicroProfile OpenTracing's annotation, which counts as if it were this one where
     * this one is not; its members are {@code value} and {@code operationName}.
     */
    public static final String FORMER = "org.eclipse.microprofile.opentracing.Traced";

    // By name: where they are missing, nothing can be annotated with them.
    private static final String STEREOTYPE = "jakarta.enterprise.inject.Stereotype";
    private static final String WITH_SPAN = "io.opentelemetry.instrumentation.annotations.WithSpan";

    private Nearest() {}

    /**
     * Finds it: the method's, then the class's with its superclasses, then a stereotype's; but a
     * {@code @WithSpan} on the method is nearer than a {@code @Traced} on the class.
     *
     * @param type of the object that is called, which may inherit the method
     * @return null if there is none
     */
    public static @Nullable Traced of(Class<?> type, Method method) {
      Traced own = on(method);
      if (own != null || isWithSpan(method)) {
        return own;
      }
      Traced inherited = ofClasses(type);
      return inherited != null ? inherited : ofStereotypes(type);
    }

    /** The one on the method or the class itself; else {@link #FORMER} as if it were this one. */
    public static @Nullable Traced on(AnnotatedElement element) {
      Traced own = element.getDeclaredAnnotation(Traced.class);
      return own != null ? own : FormerTraced.on(element);
    }

    static boolean isWithSpan(Method method) {
      return isAnnotated(method.getDeclaredAnnotations(), WITH_SPAN);
    }

    private static @Nullable Traced ofClasses(Class<?> target) {
      for (Class<?> type = target; type != null; type = type.getSuperclass()) {
        Traced traced = on(type);
        if (traced != null) {
          return traced;
        }
      }
      return null;
    }

    // Containers put a generated subclass in front of the bean's class. It shows what is
    // @Inherited, as @Traced is, but a stereotype need not be; so superclasses are asked, too.
    private static @Nullable Traced ofStereotypes(Class<?> target) {
      for (Class<?> type = target; type != null; type = type.getSuperclass()) {
        Traced traced = ofStereotypes(type.getDeclaredAnnotations());
        if (traced != null) {
          return traced;
        }
      }
      return null;
    }

    private static @Nullable Traced ofStereotypes(Annotation[] annotations) {
      for (Annotation annotation : annotations) {
        Class<? extends Annotation> type = annotation.annotationType();
        Annotation[] above = type.getDeclaredAnnotations();
        if (isAnnotated(above, STEREOTYPE)) {
          Traced own = type.getAnnotation(Traced.class);
          Traced traced = own != null ? own : ofStereotypes(above);
          if (traced != null) {
            return traced;
          }
        }
      }
      return null;
    }

    private static boolean isAnnotated(Annotation[] annotations, String name) {
      for (Annotation annotation : annotations) {
        if (annotation.annotationType().getName().equals(name)) {
          return true;
        }
      }
      return false;
    }
  }
}

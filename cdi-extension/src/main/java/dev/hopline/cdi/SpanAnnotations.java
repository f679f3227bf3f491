// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import dev.hopline.Traced;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * The annotations that count for a method. {@code @Traced} is the nearest: the method's, then the
 * class's with its superclasses, then a stereotype's; a {@code @WithSpan} on the method is nearer
 * than a {@code @Traced} on the class. Where both are on the method, {@code @WithSpan} wins in what
 * it sets.
 *
 * <p>Neither may be there: an extension of the application can bind without an annotation.
 */
record SpanAnnotations(@Nullable Traced traced, @Nullable WithSpan spanned) {
  static SpanAnnotations of(Class<?> target, Method method) {
    WithSpan withSpan = method.getAnnotation(WithSpan.class);
    Traced traced = method.getAnnotation(Traced.class);
    if (traced == null && withSpan == null) {
      traced = target.getAnnotation(Traced.class);
      if (traced == null) {
        traced = ofStereotypes(target);
      }
    }
    return new SpanAnnotations(traced, withSpan);
  }

  // Containers put a generated subclass in front of the bean's class. It shows what is @Inherited,
  // as @Traced is, but a stereotype need not be; so the superclasses are asked one by one.
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
      if (type.isAnnotationPresent(Stereotype.class)) {
        Traced own = type.getAnnotation(Traced.class);
        Traced traced = own != null ? own : ofStereotypes(type.getDeclaredAnnotations());
        if (traced != null) {
          return traced;
        }
      }
    }
    return null;
  }

  boolean optedOut() {
    return traced != null && !traced.value();
  }

  boolean withSpan() {
    return spanned != null;
  }

  /** Whether an annotation sets the name. */
  boolean named() {
    return !name("").isEmpty();
  }

  String name(String unset) {
    if (spanned != null && !spanned.value().isEmpty()) {
      return spanned.value();
    }
    return traced != null && !traced.operationName().isEmpty() ? traced.operationName() : unset;
  }

  SpanKind kind() {
    if (spanned != null && spanned.kind() != SpanKind.INTERNAL) {
      return spanned.kind();
    }
    return traced != null ? traced.kind() : SpanKind.INTERNAL;
  }

  boolean inheritContext() {
    return (spanned == null || spanned.inheritContext())
        && (traced == null || traced.inheritContext());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import dev.hopline.Traced;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.instrumentation.annotations.AddingSpanAttributes;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * The annotations that count for a method. {@code @Traced} is the nearest. Where both are on the
 * method, {@code @WithSpan} wins in what it sets.
 *
 * <p>Neither may be there: an extension of the application can bind without an annotation.
 */
record SpanAnnotations(@Nullable Traced traced, @Nullable WithSpan spanned, boolean adding) {
  static SpanAnnotations of(Class<?> target, Method method) {
    return new SpanAnnotations(
        Traced.Nearest.of(target, method),
        method.getAnnotation(WithSpan.class),
        method.isAnnotationPresent(AddingSpanAttributes.class));
  }

  /** Whether a call is a span; one that only adds attributes is none. */
  boolean makesSpan() {
    return !optedOut() && (traced != null || spanned != null || !adding);
  }

  /** Whether attributes go to the current span where there is none of the method. */
  boolean addsAttributes() {
    return adding || !optedOut();
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

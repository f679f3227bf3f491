// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.api.trace.SpanKind;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import org.jspecify.annotations.Nullable;

/**
 * MicroProfile OpenTracing's {@code @Traced} as if it were ours. It is read by its name, so nobody
 * needs its class: where that is missing, Java shows no such annotation.
 */
record FormerTraced(boolean value, String operationName) implements Traced {
  static @Nullable Traced on(AnnotatedElement element) {
    for (Annotation annotation : element.getDeclaredAnnotations()) {
      if (annotation.annotationType().getName().equals(Nearest.FORMER)) {
        return new FormerTraced(
            member(annotation, "value", Boolean.class),
            member(annotation, "operationName", String.class));
      }
    }
    return null;
  }

  private static <T> T member(Annotation annotation, String name, Class<T> type) {
    try {
      return type.cast(annotation.annotationType().getMethod(name).invoke(annotation));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e); // As if a class were missing: there is no span.
    }
  }

  @Override
  public SpanKind kind() {
    return SpanKind.INTERNAL;
  }

  @Override
  public boolean inheritContext() {
    return true;
  }

  @Override
  public Class<? extends Annotation> annotationType() {
    return Traced.class;
  }
}

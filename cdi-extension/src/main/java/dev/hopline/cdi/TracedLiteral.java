// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import dev.hopline.Traced;
import io.opentelemetry.api.trace.SpanKind;
import jakarta.enterprise.util.AnnotationLiteral;

/** {@link Traced} with its defaults, for the methods that only have a {@code @WithSpan}. */
@SuppressWarnings("serial") // AnnotationLiteral is Serializable; this one is never written.
final class TracedLiteral extends AnnotationLiteral<Traced> implements Traced {
  static final TracedLiteral INSTANCE = new TracedLiteral();

  @Override
  public boolean value() {
    return true;
  }

  @Override
  public String operationName() {
    return "";
  }

  @Override
  public SpanKind kind() {
    return SpanKind.INTERNAL;
  }

  @Override
  public boolean inheritContext() {
    return true;
  }
}

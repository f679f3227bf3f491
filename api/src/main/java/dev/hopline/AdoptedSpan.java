// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import java.util.concurrent.TimeUnit;

/**
 * The SERVER span of another tracing, as our hooks are to see it. They know its route, and the name
 * that {@code @Traced} asks for; all else, and its end, is the other's.
 */
record AdoptedSpan(Span span) implements Span {
  @Override
  public <T> Span setAttribute(AttributeKey<T> key, T value) {
    if (key.equals(HttpSemantics.HTTP_ROUTE)) {
      span.setAttribute(key, value);
    }
    return this;
  }

  @Override
  public Span updateName(String name) {
    span.updateName(name);
    return this;
  }

  @Override
  public SpanContext getSpanContext() {
    return span.getSpanContext();
  }

  @Override
  public boolean isRecording() {
    return span.isRecording();
  }

  @Override
  public Span addEvent(String name, Attributes attributes) {
    return this;
  }

  @Override
  public Span addEvent(String name, Attributes attributes, long timestamp, TimeUnit unit) {
    return this;
  }

  @Override
  public Span setStatus(StatusCode status, String description) {
    return this;
  }

  @Override
  public Span recordException(Throwable exception, Attributes attributes) {
    return this;
  }

  @Override
  public void end() {}

  @Override
  public void end(long timestamp, TimeUnit unit) {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The injectable span: whatever {@link Span#current()} is at each call, in a request or outside.
 *
 * <p>Written out rather than a {@link java.lang.reflect.Proxy}: no reflection per call, and nothing
 * to declare for a native image. Default methods that end in one of these are inherited.
 */
final class CurrentSpan implements Span {
  @Override
  public <T> Span setAttribute(AttributeKey<T> key, @Nullable T value) {
    return Span.current().setAttribute(key, value);
  }

  @Override
  public Span addEvent(String name, Attributes attributes) {
    return Span.current().addEvent(name, attributes);
  }

  @Override
  public Span addEvent(String name, Attributes attributes, long timestamp, TimeUnit unit) {
    return Span.current().addEvent(name, attributes, timestamp, unit);
  }

  @Override
  public Span addLink(SpanContext spanContext) {
    return Span.current().addLink(spanContext);
  }

  @Override
  public Span addLink(SpanContext spanContext, Attributes attributes) {
    return Span.current().addLink(spanContext, attributes);
  }

  @Override
  public Span setStatus(StatusCode statusCode, String description) {
    return Span.current().setStatus(statusCode, description);
  }

  @Override
  public Span recordException(Throwable exception, Attributes additionalAttributes) {
    return Span.current().recordException(exception, additionalAttributes);
  }

  @Override
  public Span updateName(String name) {
    return Span.current().updateName(name);
  }

  @Override
  public void end() {
    Span.current().end();
  }

  @Override
  public void end(long timestamp, TimeUnit unit) {
    Span.current().end(timestamp, unit);
  }

  @Override
  public SpanContext getSpanContext() {
    return Span.current().getSpanContext();
  }

  @Override
  public boolean isRecording() {
    return Span.current().isRecording();
  }

  // A context that held this object would make it its own delegate.
  @Override
  public Context storeInContext(Context context) {
    return Span.current().storeInContext(context);
  }

  @Override
  public String toString() {
    return Span.current().toString();
  }
}

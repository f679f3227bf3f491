// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One span as it came over the wire. Immutable.
 *
 * <p>Values of attributes are {@code String}, {@code Boolean}, {@code Long}, {@code Double}, or a
 * {@code List} or {@code Map} of these.
 *
 * @param traceId 32 hex digits
 * @param spanId 16 hex digits
 * @param parentSpanId 16 hex digits, or empty for a root span
 * @param traceState the W3C header's value, or empty
 * @param flags the W3C trace flags in the lowest 8 bits, OTLP's own flags above them
 * @param startNanos nanoseconds since the epoch
 * @param endNanos nanoseconds since the epoch
 * @param statusDescription empty if there is none
 * @param service the resource's {@code service.name}, or empty
 * @param resource all attributes of the resource
 * @param scope name of the instrumentation scope
 */
public record ReceivedSpan(
    String traceId,
    String spanId,
    String parentSpanId,
    String traceState,
    int flags,
    String name,
    SpanKind kind,
    long startNanos,
    long endNanos,
    Map<String, Object> attributes,
    StatusCode status,
    String statusDescription,
    List<Event> events,
    List<Link> links,
    String service,
    Map<String, Object> resource,
    String scope) {

  /** Something that happened within a span. */
  public record Event(String name, Map<String, Object> attributes) {}

  /** A span of another trace that a span has to do with. */
  public record Link(String traceId, String spanId) {}

  /** The value of an attribute, or null. */
  public @Nullable Object attribute(String key) {
    return attributes.get(key);
  }

  /** Whether no span, of this process or another, is the parent. */
  public boolean isRoot() {
    return parentSpanId.isEmpty();
  }

  /** Whether the other span is the parent. */
  public boolean isChildOf(ReceivedSpan other) {
    return traceId.equals(other.traceId) && parentSpanId.equals(other.spanId);
  }

  /** The attributes of each recorded exception, in order. */
  public List<Map<String, Object>> exceptions() {
    return events.stream()
        .filter(event -> event.name().equals("exception"))
        .map(Event::attributes)
        .toList();
  }

  /** One line, as test failures need it. */
  @Override
  public String toString() {
    return "%s '%s' of %s, trace %s, span %s, parent %s, status %s, %s, events %s"
        .formatted(
            kind,
            name,
            service,
            traceId,
            spanId,
            isRoot() ? "none" : parentSpanId,
            status,
            attributes,
            events.stream().map(Event::name).toList());
  }
}

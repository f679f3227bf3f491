// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.context.propagation.TextMapSetter;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How to read an outgoing request of type {@code R} and how to set a header of it. A client gives
 * one stateless instance for all its requests.
 *
 * <p>Instances must be thread-safe, must not throw and must not block.
 *
 * @param <R> the client's own request type
 */
public interface HttpClientRequest<R> extends TextMapSetter<R> {
  /** The method as it will be sent. */
  String method(R request);

  /** The absolute URI of the request. */
  URI uri(R request);

  /** The header of this name in any case, several joined by commas; null when there is none. */
  @Nullable String header(R request, String name);

  /** The template of the path, as {@code /books/{id}}, when the client really knows it. */
  default @Nullable String urlTemplate(R request) {
    return null;
  }

  /** Whether there is to be a span; if not, the caller's context is sent along. */
  default boolean isTraced(R request) {
    return true;
  }
}

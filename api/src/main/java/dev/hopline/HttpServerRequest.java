// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.context.propagation.TextMapGetter;
import org.jspecify.annotations.Nullable;

/**
 * How to read a request of type {@code R}. A runtime gives one stateless instance for all its
 * requests, so that reading costs no object per request.
 *
 * <p>Instances must be thread-safe, must not throw and must not block: no DNS look-up, no body.
 *
 * @param <R> the runtime's own request type
 */
public interface HttpServerRequest<R> extends TextMapGetter<R> {
  /** The method as it was sent, in its own case. */
  String method(R request);

  /** {@code http} or {@code https}. */
  String scheme(R request);

  /** The absolute path as it was sent, still encoded; empty when unknown. */
  String path(R request);

  /** The query as it was sent, still encoded and without the question mark. */
  @Nullable String query(R request);

  /**
   * The header of this name in any case, null when there is none. Several of them are one list,
   * joined by commas, as HTTP has it: two {@code traceparent} make none, and that is right.
   */
  @Nullable String header(R request, String name);

  /** {@code 1.1}, {@code 2}, … when the runtime really knows it. */
  default @Nullable String protocolVersion(R request) {
    return null;
  }

  /** The address of the peer of the connection, never a name, when the runtime really knows it. */
  default @Nullable String peerAddress(R request) {
    return null;
  }

  /** The port of the peer of the connection, or a value below 1 when unknown. */
  default int peerPort(R request) {
    return -1;
  }

  /** What propagators read: the header. */
  @Override
  default @Nullable String get(@Nullable R request, String key) {
    return request == null ? null : header(request, key);
  }
}

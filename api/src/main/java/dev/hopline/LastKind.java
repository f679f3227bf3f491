// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The kind of the last request. Many are of the same kind as the one before, and so it is kept; no
 * more, as anybody may name what host they like. Thread-safe.
 */
final class LastKind {
  private volatile RequestKind last = RequestKind.UNKNOWN;

  /** The method of the last request. */
  String method() {
    return last.method();
  }

  /**
   * The kind of a request.
   *
   * @param host its Host header
   */
  RequestKind of(
      String method, @Nullable String scheme, @Nullable String version, @Nullable String host) {
    RequestKind known = last;
    boolean sameHost = Objects.equals(known.host(), host) && Objects.equals(known.scheme(), scheme);
    if (!sameHost || !known.method().equals(method) || !Objects.equals(known.version(), version)) {
      CallTarget target = sameHost ? known.target() : target(host, scheme);
      known = new RequestKind(method, scheme, version, host, target);
      last = known;
    }
    return known;
  }

  private static CallTarget target(@Nullable String host, @Nullable String scheme) {
    return host == null ? CallTarget.UNKNOWN : HostHeader.target(host, scheme);
  }
}

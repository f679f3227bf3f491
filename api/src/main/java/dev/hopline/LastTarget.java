// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whom requests are for, by their Host header. Many name the same host as the one before, and so
 * the last one is kept; no more, as anybody may name whom they like. Thread-safe.
 */
final class LastTarget {
  private record Known(String host, @Nullable String scheme, CallTarget target) {}

  private volatile Known last = new Known("", null, CallTarget.UNKNOWN);

  CallTarget of(@Nullable String host, @Nullable String scheme) {
    if (host == null) {
      return CallTarget.UNKNOWN;
    }
    Known known = last;
    if (!known.host.equals(host) || !Objects.equals(known.scheme, scheme)) {
      known = new Known(host, scheme, HostHeader.target(host, scheme));
      last = known;
    }
    return known.target;
  }
}

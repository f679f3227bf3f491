// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import org.jspecify.annotations.Nullable;

/**
 * Whom a request is for.
 *
 * @param address host name or address; null if the request names none
 * @param port null if it is neither written nor known from the scheme
 */
record CallTarget(@Nullable String address, @Nullable Long port) {
  /** That of a request that could not be read. */
  static final CallTarget UNKNOWN = new CallTarget(null, null);

  static CallTarget of(String host, int written, @Nullable String scheme) {
    long port = HttpSemantics.port(written, scheme);
    return new CallTarget(host, port > 0 ? (Long) port : null);
  }
}

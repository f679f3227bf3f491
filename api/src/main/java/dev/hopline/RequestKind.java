// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import org.jspecify.annotations.Nullable;

/**
 * What a request may have in common with the one before: all that is known of it for longer than
 * until its span is started.
 *
 * @param method a known method, or {@link RequestLine#UNKNOWN_METHOD}
 * @param scheme {@code http} or {@code https}; of a call of our own whatever its URI has
 * @param version of the protocol, one of the few that there are; null when unknown
 * @param host the Host header as it is; null if there is none
 * @param target whom it is for, by the Host header; or whom a call of our own is for
 */
record RequestKind(
    String method,
    @Nullable String scheme,
    @Nullable String version,
    @Nullable String host,
    CallTarget target) {
  /** Of a request that could not be read. */
  static final RequestKind UNKNOWN =
      new RequestKind(RequestLine.UNKNOWN_METHOD, "", null, null, CallTarget.UNKNOWN);
}

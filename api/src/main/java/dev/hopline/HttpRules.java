// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import org.jspecify.annotations.Nullable;

/** What all exchanges of one side, server or client, have in common. */
record HttpRules(
    HttpSemantics semantics, HttpSettings settings, @Nullable RequestDuration duration) {

  /** The response headers that are captured on this side. */
  HeaderCapture responseHeaders() {
    HeaderCapture.Pair headers =
        semantics == HttpSemantics.SERVER ? settings.requests : settings.calls;
    return headers.responseHeaders();
  }
}

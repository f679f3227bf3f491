// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import org.jspecify.annotations.Nullable;

/** What all exchanges of one side, server or client, have in common. Thread-safe. */
final class HttpRules {
  private final HttpSemantics semantics;
  private final HttpSettings settings;
  private final @Nullable RequestDuration duration;
  private final LastResort lastResort;
  private final SpanNames names = new SpanNames();
  private final LastKind lastKind = new LastKind();

  HttpRules(
      HttpSemantics semantics,
      HttpSettings settings,
      @Nullable RequestDuration duration,
      LastResort lastResort) {
    this.semantics = semantics;
    this.settings = settings;
    this.duration = duration;
    this.lastResort = lastResort;
  }

  HttpSemantics semantics() {
    return semantics;
  }

  HttpSettings settings() {
    return settings;
  }

  @Nullable RequestDuration duration() {
    return duration;
  }

  LastResort lastResort() {
    return lastResort;
  }

  SpanNames names() {
    return names;
  }

  LastKind lastKind() {
    return lastKind;
  }

  /** The method as a span's name has it. */
  String methodName(String method) {
    // That of the last one is known; to look it up takes longer than to compare them.
    return method.equals(lastKind.method()) ? method : settings.methodName(method);
  }

  /** The response headers that are captured on this side. */
  HeaderCapture responseHeaders() {
    HeaderCapture.Pair headers =
        semantics == HttpSemantics.SERVER ? settings.requests : settings.calls;
    return headers.responseHeaders();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import org.jspecify.annotations.Nullable;

/**
 * What a request's first line says, in values of which there are few: anybody may send anything,
 * but a metric has a series for each.
 *
 * @param method a known method, or {@code HTTP}
 * @param scheme {@code http} or {@code https}
 * @param version of the protocol; null when unknown
 */
record RequestLine(String method, String scheme, @Nullable String version) {
  /** The method as a span's name has it if it is unknown. */
  static final String UNKNOWN_METHOD = "HTTP";

  static <R> RequestLine of(R request, HttpServerRequest<? super R> reader, HttpSettings settings) {
    return new RequestLine(
        settings.methodName(reader.method(request)),
        "https".equalsIgnoreCase(reader.scheme(request)) ? "https" : "http",
        version(reader.protocolVersion(request)));
  }

  private static @Nullable String version(@Nullable String version) {
    if (version == null) {
      return null;
    }
    return switch (version) {
      case "1.0", "1.1", "2", "3" -> version;
      case "2.0" -> "2";
      case "3.0" -> "3";
      default -> null;
    };
  }
}

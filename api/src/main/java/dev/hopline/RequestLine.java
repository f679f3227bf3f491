// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import org.jspecify.annotations.Nullable;

/**
 * Reads what a request's first line says, fit to be shown and counted: anybody may send anything.
 */
final class RequestLine {
  /** The method as a span's name has it if it is unknown. */
  static final String UNKNOWN_METHOD = "HTTP";

  private RequestLine() {}

  /** What is known of the request after its start, too. */
  static <R> RequestKind kind(R request, HttpServerRequest<? super R> reader, HttpRules rules) {
    return rules
        .lastKind()
        .of(
            rules.methodName(reader.method(request)),
            "https".equalsIgnoreCase(reader.scheme(request)) ? "https" : "http",
            version(reader.protocolVersion(request)),
            reader.header(request, "host"));
  }

  /** The path without the authority and the query that a target in absolute form has. */
  static String path(String target) {
    int end = firstOf(target, '?', '#');
    int start = authorityEnd(target, end);
    return start == 0 && end == target.length()
        ? target
        : start == end ? "/" : target.substring(start, end);
  }

  private static int firstOf(String text, char a, char b) {
    int first = text.indexOf(a);
    int second = text.indexOf(b);
    int end = second < 0 || (first >= 0 && first < second) ? first : second;
    return end < 0 ? text.length() : end;
  }

  /** Where the path starts behind {@code http://user:password@host} or the like. */
  private static int authorityEnd(String target, int end) {
    if (target.startsWith("/") && !target.startsWith("//")) {
      return 0;
    }
    int authority = target.indexOf("//");
    if (authority < 0 || authority > end) {
      return 0;
    }
    int slash = target.indexOf('/', authority + 2);
    int path = slash < 0 || slash > end ? end : slash;
    int at = target.indexOf('@', authority);
    boolean userInfo = at >= 0 && at < path;
    // Two slashes in front of a path are somebody's slip, unless there is a user among them.
    return authority > 0 || userInfo ? path : 0;
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

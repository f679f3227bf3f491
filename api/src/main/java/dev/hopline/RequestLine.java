// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import org.jspecify.annotations.Nullable;

/**
 * What a request's first line says, fit to be shown and counted: anybody may send anything.
 *
 * @param method a known method, or {@link #UNKNOWN_METHOD}
 * @param scheme {@code http} or {@code https}
 * @param path without the authority and the query that a target in absolute form has
 * @param query with its secrets replaced; null when there is none
 * @param version of the protocol, one of the few that there are; null when unknown
 * @param target whom it is for, by the Host header; or whom a call of our own is for
 */
record RequestLine(
    String method,
    String scheme,
    String path,
    @Nullable String query,
    @Nullable String version,
    CallTarget target) {

  /** The method as a span's name has it if it is unknown. */
  static final String UNKNOWN_METHOD = "HTTP";

  /** Of a request that could not be read. */
  static final RequestLine UNKNOWN = ofCall(UNKNOWN_METHOD, CallTarget.UNKNOWN);

  static <R> RequestLine of(R request, HttpServerRequest<? super R> reader, HttpRules rules) {
    HttpSettings settings = rules.settings();
    String scheme = "https".equalsIgnoreCase(reader.scheme(request)) ? "https" : "http";
    String query = reader.query(request);
    return new RequestLine(
        settings.methodName(reader.method(request)),
        scheme,
        path(reader.path(request)),
        query == null || query.isEmpty() ? null : settings.urls.query(query),
        version(reader.protocolVersion(request)),
        rules.lastTarget().of(reader.header(request, "host"), scheme));
  }

  /** Of a call of our own, whose URL and version are other people's. */
  static RequestLine ofCall(String method, CallTarget target) {
    return new RequestLine(method, "", "", null, null, target);
  }

  private static String path(String target) {
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

// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.util.Set;

/** The settings of HTTP spans, read once at the start. Immutable. */
final class HttpSettings {
  static final String EXCLUDED_PATHS = "hopline.server.exclude.paths";
  static final String EXCLUDED_ROUTES = "hopline.server.exclude.routes";
  static final String PLATFORM_PATHS = "hopline.server.exclude.platform-paths";
  static final String TRACERESPONSE = "hopline.server.traceresponse";
  static final String ROUTE_REGEX = "hopline.server.route-regex";
  static final String KNOWN_METHODS = "otel.instrumentation.http.known-methods";

  final PathGlobs excludedPaths;
  final PathGlobs platformPaths;
  final PathGlobs excludedRoutes;
  final boolean traceresponse;
  final boolean routeRegex;
  final HeaderCapture requestHeaders;
  final HeaderCapture responseHeaders;
  private final Set<String> methods;

  HttpSettings(SettingsReader settings) {
    this.excludedPaths = settings.globs(EXCLUDED_PATHS);
    this.platformPaths = settings.globs(PLATFORM_PATHS, "/health/**", "/metrics/**", "/openapi/**");
    this.excludedRoutes = settings.globs(EXCLUDED_ROUTES);
    this.traceresponse = settings.flag(TRACERESPONSE);
    this.routeRegex = settings.flag(ROUTE_REGEX);
    this.requestHeaders = HeaderCapture.NONE;
    this.responseHeaders = HeaderCapture.NONE;
    this.methods =
        Set.copyOf(
            settings.list(
                KNOWN_METHODS,
                "GET",
                "HEAD",
                "POST",
                "PUT",
                "DELETE",
                "CONNECT",
                "OPTIONS",
                "TRACE",
                "PATCH",
                "QUERY"));
  }

  /** The method as a span's name has it. An unknown one is no part of it: anybody may invent it. */
  String methodName(String method) {
    return methods.contains(method) ? method : RequestLine.UNKNOWN_METHOD;
  }

  boolean excludes(String path) {
    return platformPaths.matches(path) || excludedPaths.matches(path);
  }
}

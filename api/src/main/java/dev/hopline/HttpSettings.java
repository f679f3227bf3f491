// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The settings of HTTP spans, read once at the start. Immutable. */
final class HttpSettings {
  private static final String EXCLUDED_PATHS = "hopline.server.exclude.paths";
  private static final String PLATFORM_PATHS = "hopline.server.exclude.platform-paths";
  private static final String EXCLUDED_ROUTES = "hopline.server.exclude.routes";
  private static final String TRACERESPONSE = "hopline.server.traceresponse";
  private static final String ROUTE_REGEX = "hopline.server.route-regex";

  private static final String PROPAGATE_TO = "hopline.client.propagate-to";
  private static final String EXCLUDED_HOSTS = "hopline.client.exclude.hosts";

  private static final String SERVLETS = "otel.instrumentation.servlet.enabled";
  private static final String METHODS = "otel.instrumentation.http.known-methods";

  final PathGlobs excludedRoutes;
  final Incoming incoming;
  final TrustedProxies proxies;
  final HeaderCapture.Pair requests;
  final HeaderCapture.Pair calls;
  final HostGlobs propagateTo;
  final HostGlobs excludedHosts;
  final UrlRedaction urls;
  final boolean traceresponse;
  final boolean routeRegex;
  final boolean servlets;
  private final PathGlobs excludedPaths;
  private final PathGlobs platformPaths;
  private final Set<String> methods;

  HttpSettings(SettingsReader settings) {
    this.excludedPaths = settings.globs(EXCLUDED_PATHS);
    this.platformPaths = settings.globs(PLATFORM_PATHS, "/health/**", "/metrics/**", "/openapi/**");
    this.excludedRoutes = settings.globs(EXCLUDED_ROUTES);
    this.incoming = new Incoming(settings);
    this.proxies = new TrustedProxies(settings);
    this.requests = HeaderCapture.Pair.of(settings, "server");
    this.calls = HeaderCapture.Pair.of(settings, "client");
    this.propagateTo = new HostGlobs(settings, PROPAGATE_TO, "*");
    this.excludedHosts = new HostGlobs(settings, EXCLUDED_HOSTS);
    this.urls = new UrlRedaction(settings);
    this.traceresponse = settings.flag(TRACERESPONSE);
    this.routeRegex = settings.flag(ROUTE_REGEX);
    this.servlets = settings.choice(SERVLETS, List.of("true", "false")) == 0;
    this.methods = knownMethods(settings);
  }

  /** Those of RFC 9110, of RFC 5789 and the QUERY of its successor. */
  private static Set<String> knownMethods(SettingsReader settings) {
    String[] usual = {
      "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH", "QUERY"
    };
    return Set.copyOf(settings.list(METHODS, usual));
  }

  /** All keys of ours; those of OpenTelemetry are known to others as well. */
  static List<String> keys() {
    List<String> keys = new ArrayList<>(Incoming.KEYS);
    keys.addAll(TrustedProxies.KEYS);
    keys.addAll(
        List.of(
            EXCLUDED_PATHS,
            PLATFORM_PATHS,
            EXCLUDED_ROUTES,
            TRACERESPONSE,
            ROUTE_REGEX,
            PROPAGATE_TO,
            EXCLUDED_HOSTS,
            HeaderCapture.FORCE,
            UrlRedaction.MORE_KEYS));
    return keys;
  }

  /** The method as a span's name has it. An unknown one is no part of it: anybody may invent it. */
  String methodName(String method) {
    return methods.contains(method) ? method : RequestLine.UNKNOWN_METHOD;
  }

  /** Whether requests of this path have no span. One in disguise has, that nobody may hide. */
  boolean excludes(String path) {
    return matches(path) && matches(PlainPath.of(path));
  }

  private boolean matches(String path) {
    return platformPaths.matches(path) || excludedPaths.matches(path);
  }
}

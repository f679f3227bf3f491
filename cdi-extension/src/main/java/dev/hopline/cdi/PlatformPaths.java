// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the runtime serves MicroProfile Health, Metrics and OpenAPI. Probes ask there every few
 * seconds, and nobody wants to see their traces.
 */
final class PlatformPaths {
  /** The setting of the API that takes them. */
  static final String KEY = "hopline.server.exclude.platform-paths";

  private static final String QUARKUS_ROOT = "quarkus.http.root-path";
  private static final String QUARKUS_PLATFORM = "quarkus.http.non-application-root-path";

  /** Relative to the platform's root unless they start with a slash. */
  private static final List<String[]> QUARKUS =
      List.of(
          new String[] {"quarkus.smallrye-health.root-path", "health"},
          new String[] {"quarkus.smallrye-metrics.path", "metrics"},
          new String[] {"quarkus.micrometer.export.prometheus.path", "metrics"},
          new String[] {"quarkus.smallrye-openapi.path", "openapi"});

  /** Helidon's, today's and those before; relative to its root. */
  private static final List<String> HELIDON =
      List.of(
          "server.features.observe.endpoint",
          "server.features.observe.observers.health.endpoint",
          "server.features.observe.observers.metrics.endpoint",
          "health.endpoint",
          "health.web-context",
          "metrics.endpoint",
          "metrics.web-context",
          "openapi.web-context");

  private final SettingsSource source;
  private final Set<String> paths = new LinkedHashSet<>();

  private PlatformPaths(SettingsSource source) {
    this.source = source;
  }

  /** As a list of patterns. */
  static String of(SettingsSource source) {
    PlatformPaths paths = new PlatformPaths(source);
    boolean quarkus =
        source.value("quarkus.application.name") != null || source.value(QUARKUS_PLATFORM) != null;
    if (quarkus) {
      paths.addQuarkus();
    } else {
      List.of("/health", "/metrics", "/openapi").forEach(paths::add);
      HELIDON.forEach(key -> paths.add(resolve("/", source.value(key))));
    }
    return String.join(",", paths.paths);
  }

  private void addQuarkus() {
    String root = resolve("/", valueOr(QUARKUS_ROOT, "/"));
    String platform = resolve(root, valueOr(QUARKUS_PLATFORM, "q"));
    // As one of the application's own paths it would take the application with it.
    if (platform != null && !platform.equals(root)) {
      add(platform);
    }
    for (String[] endpoint : QUARKUS) {
      add(resolve(platform, valueOr(endpoint[0], endpoint[1])));
    }
  }

  private String valueOr(String key, String otherwise) {
    String value = source.value(key);
    return value == null || value.isBlank() ? otherwise : value;
  }

  /** Without a slash at its end; null if there is nothing to resolve. */
  private static @Nullable String resolve(@Nullable String root, @Nullable String path) {
    if (path == null || path.isBlank()) {
      return null;
    }
    String base = root == null || root.equals("/") ? "/" : root + '/';
    String absolute = path.strip().startsWith("/") ? path.strip() : base + path.strip();
    boolean slash = absolute.length() > 1 && absolute.endsWith("/");
    return slash ? absolute.substring(0, absolute.length() - 1) : absolute;
  }

  /** With all below it; the root of all is never left out. */
  private void add(@Nullable String path) {
    if (path == null || path.equals("/")) {
      return;
    }
    String all = path + "/**";
    // A pattern without its stars is what it covers.
    if (paths.stream().noneMatch(known -> all.startsWith(known.substring(0, known.length() - 2)))) {
      paths.add(all);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.HttpServerRequest;
import dev.hopline.Tracing;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformPathsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                                                                        | /health/**,/metrics/**,/openapi/**
          health.web-context=myhealth                                   | /health/**,/metrics/**,/openapi/**,/myhealth/**
          server.features.observe.endpoint=/ops/                        | /health/**,/metrics/**,/openapi/**,/ops/**
          openapi.web-context=/                                         | /health/**,/metrics/**,/openapi/**
          quarkus.application.name=a                                    | /q/**
          quarkus.application.name=a quarkus.http.root-path=/api        | /api/q/**
          quarkus.application.name=a quarkus.smallrye-health.root-path=/alive | /q/**,/alive/**
          quarkus.http.non-application-root-path=/ quarkus.smallrye-openapi.path=spec | /health/**,/metrics/**,/spec/**
          quarkus.http.root-path=/api quarkus.http.non-application-root-path=/api | /api/health/**,/api/metrics/**,/api/openapi/**
          quarkus.http.non-application-root-path=/ops quarkus.http.root-path=api/ | /ops/**
          """)
  void paths_areWhereTheRuntimeHasThem(@Nullable String settings, String expected) {
    assertThat(PlatformPaths.of(source(settings == null ? "" : settings))).isEqualTo(expected);
  }

  @Test
  void configuredPath_isExcluded() {
    var properties =
        Map.of("otel.sdk.disabled", "false", "test.source.health.web-context", "/alive");
    try (var application = Application.start(properties)) {
      assertThat(isTraced("/alive/ready")).isFalse();
      assertThat(isTraced("/books")).isTrue();
      assertThat(application.warnings()).isEmpty();
    }
  }

  @Test
  void ownKeys_reachTheApiFromSourcesThatListNoNames() {
    var properties =
        Map.of(
            "otel.sdk.disabled", "false",
            "test.source.hopline.server.exclude.paths", "/internal/**",
            "test.source.hopline.server.exclude.platform-paths", "none");
    try (var application = Application.start(properties)) {
      assertThat(isTraced("/internal/jobs")).isFalse();
      assertThat(isTraced("/health")).isTrue();
      assertThat(application.warnings()).isEmpty();
    }
  }

  private static boolean isTraced(String path) {
    return !Tracing.current().server().start(path, new PathAlone()).ended();
  }

  /** Of settings such as {@code a=b c=d}. */
  private static SettingsSource source(String settings) {
    return new SettingsSource() {
      @Override
      public Iterable<String> names() {
        return Set.of();
      }

      @Override
      public @Nullable String value(String key) {
        for (String setting : settings.split(" ")) {
          if (setting.startsWith(key + '=')) {
            return setting.substring(key.length() + 1);
          }
        }
        return null;
      }
    };
  }

  private static final class PathAlone implements HttpServerRequest<String> {
    @Override
    public String method(String path) {
      return "GET";
    }

    @Override
    public String scheme(String path) {
      return "http";
    }

    @Override
    public String path(String path) {
      return path;
    }

    @Override
    public @Nullable String query(String path) {
      return null;
    }

    @Override
    public @Nullable String header(String path, String name) {
      return null;
    }

    @Override
    public Iterable<String> keys(String path) {
      return Set.of();
    }
  }
}

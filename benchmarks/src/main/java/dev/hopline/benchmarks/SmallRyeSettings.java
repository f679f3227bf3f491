// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import io.smallrye.opentelemetry.api.OpenTelemetryConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;

/** What smallrye-opentelemetry reads its settings from, without MicroProfile Config. */
@ApplicationScoped
public class SmallRyeSettings implements OpenTelemetryConfig {
  @Override
  public Map<String, String> properties() {
    return System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("otel."))
        .collect(Collectors.toMap(name -> name, System::getProperty));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

import dev.hopline.Tracing;
import java.util.HashMap;
import java.util.Map;

/** The tracing of each service, as its users start it. */
final class Platform implements AutoCloseable {
  private final Load load;
  private final Map<String, Tracing> tracings = new HashMap<>();

  Platform(Load load) {
    this.load = load;
    Call.CHAT.services().forEach(this::of);
  }

  Tracing of(String service) {
    return tracings.computeIfAbsent(load.apart() ? service : "gate", this::start);
  }

  private Tracing start(String service) {
    return Tracing.builder(service)
        .properties(Map.of("otel.metrics.exporter", "none", "otel.logs.exporter", "none"))
        .properties(load.settings())
        .start();
  }

  /** Sends what is left. */
  @Override
  public void close() {
    tracings.values().forEach(Tracing::close);
  }
}

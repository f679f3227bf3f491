// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A CDI container as the contracts of methods see it, with Hopline in it. It is opened and closed
 * once for each contract.
 */
public interface MethodRuntime extends TestedRuntime, AutoCloseable {
  /**
   * Starts the container and tracing.
   *
   * @param otlpEndpoint where to export to, as {@code otel.exporter.otlp.endpoint}
   * @param settings further {@code otel.*} and {@code hopline.*} settings, to be passed on as they
   *     are
   * @param beans the classes of the application
   */
  void open(URI otlpEndpoint, Map<String, String> settings, Class<?>... beans) throws Exception;

  /** What the container gives out for one of the classes. */
  <T> T bean(Class<T> type);

  /**
   * The lines that were logged while the container was being made, unless that is while it is
   * opened in this process.
   */
  default List<String> log() {
    return List.of();
  }

  /** Ends the container, then tracing. Spans that were ended are exported before it returns. */
  @Override
  void close() throws Exception;
}

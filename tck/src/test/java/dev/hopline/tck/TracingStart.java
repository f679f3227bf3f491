// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import dev.hopline.Tracing;
import jakarta.ws.rs.core.Application;
import java.net.URI;
import java.util.Map;

/** How the application of the contracts comes by tracing in this process. */
public interface TracingStart extends AutoCloseable {
  /** Starts tracing, for {@link TracingRuntime#open}. */
  Tracing open(URI otlpEndpoint, Map<String, String> settings);

  /** What is to be served, once tracing has been started. */
  Application application();

  /** Ends tracing, once nothing is served any more. */
  @Override
  void close();

  /** As a service without CDI does. */
  static TracingStart byHand() {
    return byHand(Map.of());
  }

  /** The same with settings beside those of the contract. */
  static TracingStart byHand(Map<String, String> own) {
    return new ByHand(own);
  }

  /** By the builder. */
  final class ByHand implements TracingStart {
    private final Map<String, String> own;
    private Tracing tracing;

    private ByHand(Map<String, String> own) {
      this.own = own;
    }

    @Override
    public Tracing open(URI otlpEndpoint, Map<String, String> settings) {
      tracing =
          Tracing.builder("tck")
              .otlpEndpoint(otlpEndpoint)
              .properties(settings)
              .properties(own)
              .start();
      return tracing;
    }

    @Override
    public Application application() {
      return new TckApplication();
    }

    @Override
    public void close() {
      tracing.close();
    }
  }
}

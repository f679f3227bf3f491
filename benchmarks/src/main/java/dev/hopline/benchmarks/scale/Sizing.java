// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

/** What so many services need, all sampled unless a ratio says otherwise. */
record Sizing(Figures figures, Assumptions assumptions, int services) {
  private static final double SECONDS_PER_DAY = 86_400;

  double requestsPerSecond() {
    return services * assumptions.requestsPerSecond();
  }

  double tracesPerSecond() {
    return requestsPerSecond() / figures.requestsPerTrace();
  }

  double spansPerSecond() {
    return tracesPerSecond() * figures.spansPerTrace();
  }

  /** On the network between services and agents. */
  double bytesPerSecond() {
    return spansPerSecond() * figures.sizes().all().bytesPerSpan();
  }

  double gzipPerSecond() {
    return spansPerSecond() * figures.sizes().all().gzipPerSpan();
  }

  /** Of all services together, for the export alone. */
  double exportCores() {
    return spansPerSecond() * figures.cost().ofExport() / 1e6;
  }

  double exportCoresWithGzip() {
    return spansPerSecond() * figures.cost().ofExportWithGzip() / 1e6;
  }

  long agents() {
    return ceil((double) services / assumptions.servicesPerNode());
  }

  long gateways() {
    return ceil(spansPerSecond() / assumptions.spansPerGateway());
  }

  /** At a gateway, which is what {@code num_traces} must not be below. */
  double tracesHeld() {
    return tracesPerSecond() * assumptions.decisionWait() / gateways();
  }

  /** Bytes at a gateway. */
  double buffer() {
    return bytesPerSecond() * assumptions.decisionWait() * assumptions.growth() / gateways();
  }

  /** Of the traces, behind gateways that prefer errors. */
  double keptShare() {
    double failed = figures.failedShare();
    return failed + (1 - failed) * assumptions.keptShare();
  }

  /** Bytes, as gzip. */
  double storedPerDay(double share) {
    return gzipPerSecond() * share * SECONDS_PER_DAY;
  }

  private static long ceil(double number) {
    return (long) Math.ceil(number);
  }
}

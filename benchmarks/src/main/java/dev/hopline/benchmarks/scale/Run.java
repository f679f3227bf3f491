// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

/** A load, what was sent of it, and what arrived. */
record Run(Load load, Sent sent, Arrived arrived) {
  /** So far from the mean nobody will see a sampler that is right. */
  private static final double DEVIATIONS = 5;

  /** All that was sampled has arrived, in whole traces. */
  Run requireAll() {
    require(arrived.spans().count() == sent.spans(), "not as many spans as have ended");
    require(arrived.spans().distinct() == sent.spans(), "a span has come twice");
    require(arrived.traces().count() == sent.traces(), "not as many traces as were sampled");
    require(arrived.traces().roots() == sent.traces(), "a trace has not exactly one root");
    require(arrived.traces().orphans() == 0, "a trace has a hole");
    return this;
  }

  /** Nothing that never was has arrived, and nothing twice. */
  Run requireNoMore() {
    require(arrived.spans().count() <= sent.spans(), "more spans than have ended");
    require(arrived.spans().distinct() == arrived.spans().count(), "a span has come twice");
    return this;
  }

  /** Of the requests so many are sampled as the ratio says, within what is chance. */
  Run requireRatio(double ratio) {
    double mean = sent.requests() * ratio;
    double most = DEVIATIONS * Math.sqrt(mean * (1 - ratio));
    require(sent.requests() > 0, "no request");
    require(Math.abs(sent.traces() - mean) <= most, "not the share that is to be sampled");
    return this;
  }

  long dropped() {
    return sent.spans() - arrived.spans().count();
  }

  double endedPerSecond() {
    return sent.spans() / (sent.replayNanos() / 1e9);
  }

  /** Until all was closed: what was in the queue at the end is sent then. */
  double arrivedPerSecond() {
    return arrived.spans().count() / (sent.nanos() / 1e9);
  }

  double spansPerExport() {
    return (double) arrived.spans().count() / arrived.exports();
  }

  double cpuMicrosPerSpan() {
    return sent.cpuNanos() / 1e3 / sent.spans();
  }

  double cpuMicrosPerRequest() {
    return sent.cpuNanos() / 1e3 / sent.requests();
  }

  private void require(boolean right, String wrong) {
    if (!right) {
      throw new IllegalStateException(wrong + ": " + this);
    }
  }
}

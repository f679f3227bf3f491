// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The histogram {@code http.server.request.duration} or {@code http.client.request.duration} in
 * seconds, after the stable semantic conventions for HTTP metrics.
 */
record RequestDuration(DoubleHistogram histogram) {
  private static final double NANOS = 1e9;

  private static final List<Double> BOUNDARIES =
      List.of(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0);

  /** Null when nobody reads metrics: then nothing is to be computed for them. */
  static @Nullable RequestDuration ofServer(OpenTelemetry openTelemetry) {
    return of(openTelemetry, "server");
  }

  /** That of calls; null when nobody reads metrics. */
  static @Nullable RequestDuration ofClient(OpenTelemetry openTelemetry) {
    return of(openTelemetry, "client");
  }

  private static @Nullable RequestDuration of(OpenTelemetry openTelemetry, String side) {
    DoubleHistogram histogram = histogram(Instrumentation.meter(openTelemetry), side);
    // The SDK has no other way to tell that a meter is off than the meter that does nothing.
    Meter none = OpenTelemetry.noop().getMeter(Instrumentation.SCOPE);
    return histogram.getClass() == histogram(none, side).getClass()
        ? null
        : new RequestDuration(histogram);
  }

  private static DoubleHistogram histogram(Meter meter, String side) {
    return meter
        .histogramBuilder("http." + side + ".request.duration")
        .setUnit("s")
        .setDescription("Duration of HTTP " + side + " requests.")
        .setExplicitBucketBoundariesAdvice(BOUNDARIES)
        .build();
  }

  /** One request from its start to now; the context holds its span, as an example of the bucket. */
  void record(long startNanos, Attributes attributes, Context context) {
    histogram.record((System.nanoTime() - startNanos) / NANOS, attributes, context);
  }
}

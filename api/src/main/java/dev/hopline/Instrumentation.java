// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerBuilder;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The instrumentation scope under which all of ours is recorded, and its failure barrier. */
final class Instrumentation {
  static final String SCOPE = "dev.hopline";

  private static final Logger LOG = Logger.getLogger(Instrumentation.class.getName());
  private static final AtomicBoolean REPORTED = new AtomicBoolean();

  private Instrumentation() {}

  static Tracer tracer(OpenTelemetry openTelemetry) {
    TracerBuilder builder = openTelemetry.tracerBuilder(SCOPE);
    String version = version();
    return version == null ? builder.build() : builder.setInstrumentationVersion(version).build();
  }

  static Meter meter(OpenTelemetry openTelemetry) {
    MeterBuilder builder = openTelemetry.meterBuilder(SCOPE);
    String version = version();
    return version == null ? builder.build() : builder.setInstrumentationVersion(version).build();
  }

  private static @Nullable String version() {
    return Instrumentation.class.getPackage().getImplementationVersion();
  }

  /**
   * Says, once, that a sampler, propagator or span processor threw. Requests go on as if there were
   * no tracing.
   */
  static void reportOnce(RuntimeException broken) {
    if (REPORTED.compareAndSet(false, true)) {
      LOG.log(
          Level.WARNING,
          "A span was lost as something that OpenTelemetry was extended with threw {0}; this is"
              + " said once.",
          broken.toString());
    }
  }
}

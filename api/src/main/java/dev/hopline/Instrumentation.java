// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerBuilder;

/** The instrumentation scope under which all our spans are recorded. */
final class Instrumentation {
  static final String SCOPE = "dev.hopline";

  private Instrumentation() {}

  static Tracer tracer(OpenTelemetry openTelemetry) {
    TracerBuilder builder = openTelemetry.tracerBuilder(SCOPE);
    String version = Instrumentation.class.getPackage().getImplementationVersion();
    if (version != null) {
      builder.setInstrumentationVersion(version);
    }
    return builder.build();
  }
}

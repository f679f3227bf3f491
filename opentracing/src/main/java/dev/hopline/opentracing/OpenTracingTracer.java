// SPDX-License-Identifier: Apache-2.0
package dev.hopline.opentracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.opentracingshim.OpenTracingShim;
import io.opentracing.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** The tracer that MicroProfile OpenTracing had injected, as OpenTelemetry's shim makes it. */
@ApplicationScoped
class OpenTracingTracer {
  @Produces
  @ApplicationScoped
  Tracer tracer(OpenTelemetry openTelemetry) {
    return OpenTracingShim.createTracerShim(openTelemetry);
  }
}

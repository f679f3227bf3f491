// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;

/**
 * The beans that MicroProfile Telemetry names. Each is added only where the application has none of
 * its own, so both extensions add them late, as synthetic beans: a producer method would make the
 * application's one ambiguous.
 *
 * <p>All are {@code @ApplicationScoped}. Their client proxies put off the creation to the first
 * use, which is after the start, and can be injected into passivating beans.
 */
enum TelemetryBean {
  OPEN_TELEMETRY(OpenTelemetry.class),
  TRACER(Tracer.class),
  METER(Meter.class),
  SPAN(Span.class),
  BAGGAGE(Baggage.class);

  private static final String SCOPE = "dev.hopline";

  final Class<?> type;

  TelemetryBean(Class<?> type) {
    this.type = type;
  }

  Object create(TracingLifecycle lifecycle) {
    return switch (this) {
      case OPEN_TELEMETRY -> lifecycle.openTelemetry();
      case TRACER -> lifecycle.injectedOpenTelemetry().getTracer(SCOPE);
      case METER -> lifecycle.injectedOpenTelemetry().getMeter(SCOPE);
      case SPAN -> new CurrentSpan();
      case BAGGAGE -> new CurrentBaggage();
    };
  }
}

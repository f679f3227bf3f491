// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.inject.Instance;
import java.util.function.Function;

/**
 * The beans that MicroProfile Telemetry names. Each is added only where the application has none of
 * its own, so both extensions add them late, as synthetic beans: a producer method would make the
 * application's one ambiguous.
 *
 * <p>All are {@code @ApplicationScoped}. Their client proxies put off the creation to the first
 * use, which is after the start, and can be injected into passivating beans.
 */
enum TelemetryBean {
  OPEN_TELEMETRY(
      OpenTelemetry.class, beans -> beans.select(TracingLifecycle.class).get().openTelemetry()),
  TRACER(Tracer.class, beans -> openTelemetry(beans).getTracer("dev.hopline")),
  METER(Meter.class, beans -> openTelemetry(beans).getMeter("dev.hopline")),
  SPAN(Span.class, beans -> new CurrentSpan()),
  BAGGAGE(Baggage.class, beans -> new CurrentBaggage());

  final Class<?> type;
  final Function<Instance<Object>, Object> creator;

  TelemetryBean(Class<?> type, Function<Instance<Object>, Object> creator) {
    this.type = type;
    this.creator = creator;
  }

  /** The application's own, where it has one. */
  private static OpenTelemetry openTelemetry(Instance<Object> beans) {
    return beans.select(OpenTelemetry.class).get();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import dev.hopline.Tracing;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tracing from the application's start to its end. Each extension starts it at the earliest event
 * of its container that is at run time; this observes the end, which is the same for all.
 */
@ApplicationScoped
class TracingLifecycle {
  /** The priority of the start: before every library that starts at {@code PLATFORM_BEFORE}. */
  static final int FIRST = Interceptor.Priority.PLATFORM_BEFORE - 1;

  /** Of quarkus-opentelemetry, whose bean then is the one of the application. */
  private static final String QUARKUS_TRACING =
      "io.quarkus.opentelemetry.runtime.OpenTelemetryRecorder";

  private static final Logger LOGGER = Logger.getLogger("dev.hopline");

  // ArC removes beans that nothing injects, and then programmatic look-ups of them fail.
  @Inject Instance<OpenTelemetry> keptOpenTelemetry;
  @Inject Instance<Tracer> keptTracer;
  @Inject Instance<Meter> keptMeter;
  @Inject Instance<Span> keptSpan;
  @Inject Instance<Baggage> keptBaggage;

  private boolean started;
  private @Nullable Tracing tracing;

  /** Starts tracing if it is configured to be on and nobody has started it yet. */
  synchronized void start() {
    if (started) {
      return;
    }
    started = true;
    // Code that ran before the container, a main method say, may have started it; it is theirs.
    if (Tracing.current() == null) {
      Settings settings = Settings.read();
      if (settings.enabled()) {
        tracing = start(settings);
      }
    }
  }

  private @Nullable Tracing start(Settings settings) {
    try {
      Tracing.Builder builder = Tracing.builder().properties(settings.asMap());
      return (isQuarkusTraced() ? builder.join(keptOpenTelemetry.get()) : builder).start();
    } catch (RuntimeException | LinkageError e) {
      LOGGER.log(Level.SEVERE, "Tracing stays off, it could not start: {0}", e.toString());
      return null;
    }
  }

  /** Whether quarkus-opentelemetry is there. */
  static boolean isQuarkusTraced() {
    try {
      Class.forName(QUARKUS_TRACING, false, TracingLifecycle.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }

  /** What {@link Tracing} uses, or one that does nothing while tracing is off. */
  OpenTelemetry openTelemetry() {
    start();
    Tracing current = Tracing.current();
    return current == null ? OpenTelemetry.noop() : current.openTelemetry();
  }

  /** The application's own, where it has one. */
  OpenTelemetry injectedOpenTelemetry() {
    return keptOpenTelemetry.get();
  }

  /** Ends after all other observers, whose last spans are to be exported. */
  synchronized void stop(
      @Observes @Priority(Integer.MAX_VALUE) @BeforeDestroyed(ApplicationScoped.class)
          Object event) {
    if (tracing != null) {
      tracing.close();
      tracing = null;
    }
  }
}

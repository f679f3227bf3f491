// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;

/** The same application on each server. */
final class Service extends Application {
  private final Set<Class<?>> classes = new HashSet<>(Set.of(Books.class));
  private final Set<Object> singletons;

  Service(Instrument instrument, Workload workload, Later later) {
    classes.addAll(workload.resources());
    singletons = new HashSet<>(instrument.providers());
    singletons.add(later);
    singletons.add(new Work(instrument.openTelemetry()));
  }

  @Override
  public Set<Class<?>> getClasses() {
    return classes;
  }

  // Deprecated, but how instances are registered on both runtimes.
  @SuppressWarnings("deprecation")
  @Override
  public Set<Object> getSingletons() {
    return singletons;
  }
}

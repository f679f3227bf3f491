// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import io.opentelemetry.api.OpenTelemetry;
import io.smallrye.opentelemetry.implementation.rest.OpenTelemetryClientFilter;
import io.smallrye.opentelemetry.implementation.rest.OpenTelemetryServerFilter;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;

/** The filters of smallrye-opentelemetry, made as its CDI container makes them. */
final class SmallRyeInstrument implements Instrument {
  private final OpenTelemetry openTelemetry;
  private final boolean server;
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  SmallRyeInstrument(OpenTelemetry openTelemetry, boolean server) {
    this.openTelemetry = openTelemetry;
    this.server = server;
    Thread.currentThread().setContextClassLoader(new WithoutServices(before));
  }

  @Override
  public OpenTelemetry openTelemetry() {
    return openTelemetry;
  }

  @Override
  public Set<Object> providers() {
    return Set.of(
        server
            ? new OpenTelemetryServerFilter(openTelemetry)
            : new OpenTelemetryClientFilter(openTelemetry));
  }

  @Override
  public void close() {
    Thread.currentThread().setContextClassLoader(before);
  }

  /** Without CDI RESTEasy would make the filters by itself, and they would do nothing. */
  private static final class WithoutServices extends ClassLoader {
    WithoutServices(ClassLoader parent) {
      super(parent);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return Collections.enumeration(
          Collections.list(super.getResources(name)).stream()
              .filter(url -> !url.getPath().contains("smallrye-opentelemetry-rest"))
              .toList());
    }
  }
}

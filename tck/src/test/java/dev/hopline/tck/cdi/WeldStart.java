// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.cdi;

import dev.hopline.Tracing;
import dev.hopline.tck.TckApplication;
import dev.hopline.tck.TracingStart;
import jakarta.ws.rs.core.Application;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By a Weld beside a server that knows nothing of CDI: its container injects MicroProfile REST
 * clients into the resources, and starts tracing.
 */
public final class WeldStart implements TracingStart {
  /** For {@link dev.hopline.tck.TracingRuntime#differences}: of asynchronous methods. */
  public static final String ASYNCHRONOUS =
      "SmallRye Fault Tolerance makes the attempts of an asynchronous method on another thread, and"
          + " carries no context there by itself";

  private final SeRuntime weld = new SeRuntime("Weld");
  private final List<Class<?>> resources;
  private final List<Class<?>> beans;

  /**
   * @param resources of the application beside those of {@link TckApplication}, which are beans
   * @param beans what they have injected
   */
  public WeldStart(List<Class<?>> resources, List<Class<?>> beans) {
    this.resources = resources;
    this.beans = beans;
  }

  @Override
  public Tracing open(URI otlpEndpoint, Map<String, String> settings) {
    weld.open(
        otlpEndpoint,
        settings,
        Stream.of(resources, beans).flatMap(List::stream).toArray(Class<?>[]::new));
    return Tracing.current();
  }

  /** The server asks nobody for beans, so it is given them. */
  @Override
  public Application application() {
    return new WithBeans(
        resources.stream().map(weld::bean).collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public void close() {
    weld.close();
  }

  private static final class WithBeans extends TckApplication {
    private final Set<Object> beans;

    WithBeans(Set<Object> beans) {
      this.beans = beans;
    }

    @Override
    public Set<Object> getSingletons() {
      return beans;
    }
  }
}

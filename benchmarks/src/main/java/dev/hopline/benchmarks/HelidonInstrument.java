// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.GenericType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.glassfish.jersey.internal.inject.AbstractBinder;

/**
 * Helidon's own filter, which Jersey finds by itself, and what Helidon's CDI container gives to it.
 * By reflection, because Helidon's classes are of a newer Java than the build's.
 */
final class HelidonInstrument implements Instrument {
  private static final String FILTER =
      "io.helidon.microprofile.telemetry.HelidonTelemetryContainerFilter";
  private static final String TRACING =
      "io.helidon.tracing.providers.opentelemetry.HelidonOpenTelemetry";
  private static final String CONFIG = "org.eclipse.microprofile.config.ConfigProvider";
  private static final String CONTEXT = "io.helidon.common.context.Context";

  private final OpenTelemetry openTelemetry;

  HelidonInstrument(OpenTelemetry openTelemetry) {
    this.openTelemetry = openTelemetry;
    try {
      enterContext();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Helidon's server runs each request in a context in which its application is, and the filter
   * asks for it. That is the server's work, traced or not, so here it is done once.
   */
  private static void enterContext() throws ReflectiveOperationException {
    Class<?> type = Class.forName(CONTEXT);
    Object context = type.getMethod("create").invoke(null);
    type.getMethod("register", Object.class).invoke(context, new Application());
    Method push = Class.forName(CONTEXT + "s").getDeclaredMethod("push", type);
    push.setAccessible(true);
    push.invoke(null, context);
  }

  @Override
  public OpenTelemetry openTelemetry() {
    return openTelemetry;
  }

  @Override
  public Set<Object> providers() {
    try {
      Constructor<?> filter = Class.forName(FILTER).getDeclaredConstructors()[0];
      Object config = Class.forName(CONFIG).getMethod("getConfig").invoke(null);
      Object[] arguments = {tracer(), config, noHelpers()};
      return Set.of(new Arguments(filter.getGenericParameterTypes(), arguments));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object tracer() throws ReflectiveOperationException {
    return Class.forName(TRACING)
        .getMethod("create", OpenTelemetry.class, Tracer.class, Map.class)
        .invoke(null, openTelemetry, openTelemetry.getTracer("helidon"), Map.of());
  }

  /** An application may tell the filter which requests to leave alone; none does here. */
  private static Object noHelpers() {
    return Proxy.newProxyInstance(
        Instance.class.getClassLoader(),
        new Class<?>[] {Instance.class},
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "stream" -> Stream.empty();
              case "hashCode" -> 0;
              case "toString" -> "none";
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  /** Beans of these types. */
  private static final class Arguments extends AbstractBinder {
    private final Type[] types;
    private final Object[] values;

    Arguments(Type[] types, Object[] values) {
      this.types = types;
      this.values = values;
    }

    @Override
    protected void configure() {
      for (int i = 0; i < types.length; i++) {
        bind(values[i]).to(new GenericType<>(types[i]));
      }
    }
  }
}

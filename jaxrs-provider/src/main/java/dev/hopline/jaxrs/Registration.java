// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import dev.hopline.Tracing;
import dev.hopline.jaxrs.jersey.JerseyHook;
import dev.hopline.jaxrs.resteasy.ResteasyHook;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the hook for the runtime at hand, by the package of the runtime's own objects: the class
 * path may hold several runtimes. Classes of one are loaded only on that one.
 *
 * <p>What is registered asks for the tracing at each request: runtimes make filters before the
 * application's configuration is there, Quarkus even before the process that serves.
 */
final class Registration {
  private Registration() {}

  static boolean register(FeatureContext context, Supplier<@Nullable Tracing> tracing) {
    Configuration configuration = context.getConfiguration();
    if (configuration.getRuntimeType() == RuntimeType.CLIENT) {
      return registerClient(context, tracing);
    }
    if (isOff(tracing)) {
      return false;
    }
    Boolean linked = linked("register", context, tracing);
    if (linked != null) {
      return linked;
    }
    // A client that is made within the application has the client filters of its server.
    return registerServer(context, () -> enabled(tracing.get()))
        && (!KnownRuntime.isResteasy(configuration) || registerClient(context, tracing));
  }

  /** What this does where the implementation can be seen; null if it can or must do without. */
  private static @Nullable Boolean linked(
      String method, FeatureContext context, Supplier<@Nullable Tracing> tracing) {
    return KnownRuntime.isHiddenResteasy(context.getConfiguration())
        ? HiddenRuntime.register(method, context, tracing)
        : null;
  }

  private static boolean registerServer(
      FeatureContext context, Supplier<@Nullable Tracing> source) {
    Configuration configuration = context.getConfiguration();
    return switch (KnownRuntime.of(configuration)) {
      case JERSEY ->
          registerOnce(context, JerseyHook.server(source))
              && registerOnce(context, JerseyHook.body());
      case RESTEASY -> {
        Object hook = ResteasyHook.server(configuration, source, ResponseHeaders::exchange);
        yield registerOnce(context, hook == null ? new ServerTracingFilter(source) : hook)
            && registerOnce(context, ResteasyHook.stages())
            && registerOnce(
                context, new RouteFilter(ResteasyHook::basePath, ResteasyHook::matched));
      }
      // Quarkus finds both of its hooks by itself.
      case QUARKUS -> false;
      case OTHER ->
          registerOnce(context, new ServerTracingFilter(source))
              && registerOnce(
                  context, new RouteFilter(uri -> uri.getBaseUri().getRawPath(), proxy -> proxy));
    };
  }

  static boolean registerClient(FeatureContext context, Supplier<@Nullable Tracing> tracing) {
    Configuration configuration = context.getConfiguration();
    // RESTEasy asks once for all clients of an application, some of which may be traced later on.
    if (isOff(tracing) && !KnownRuntime.isResteasy(configuration)) {
      return false;
    }
    Boolean linked = linked("registerClient", context, tracing);
    if (linked != null) {
      return linked;
    }
    KnownRuntime runtime = KnownRuntime.of(configuration);
    Supplier<@Nullable Tracing> source = () -> enabled(tracing.get());
    if (runtime == KnownRuntime.JERSEY && !registerOnce(context, JerseyHook.client(source))) {
      return false;
    }
    RestClientMethod.Known methods = new RestClientMethod.Known(runtime);
    return registerOnce(context, new ClientCallFilter(source, runtime, methods))
        && registerOnce(context, new ClientTracingFilter(runtime, methods));
  }

  /** Tracing that is switched off adds nothing; tracing that is yet to start may be on. */
  private static boolean isOff(Supplier<@Nullable Tracing> tracing) {
    Tracing known = tracing.get();
    return known != null && !known.enabled();
  }

  private static @Nullable Tracing enabled(@Nullable Tracing tracing) {
    return tracing != null && tracing.enabled() ? tracing : null;
  }

  private static boolean registerOnce(FeatureContext context, Object provider) {
    if (context.getConfiguration().isRegistered(provider.getClass())) {
      return false;
    }
    context.register(provider);
    return true;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import dev.hopline.Tracing;
import dev.hopline.jaxrs.jersey.JerseyClientHook;
import dev.hopline.jaxrs.jersey.JerseyRequestListener;
import dev.hopline.jaxrs.resteasy.AsyncEnd;
import dev.hopline.jaxrs.resteasy.TracingDispatcher;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Chooses the hook for the runtime at hand, by the package of the runtime's own objects: the class
 * path may hold several runtimes. Classes of one are loaded only on that one.
 */
final class Registration {
  private Registration() {}

  static boolean register(FeatureContext context, TracingSource tracing) {
    Configuration configuration = context.getConfiguration();
    if (configuration.getRuntimeType() == RuntimeType.CLIENT) {
      return registerClient(context, tracing);
    }
    if (isOff(tracing)) {
      return false;
    }
    return switch (Runtime.of(configuration)) {
      case JERSEY -> registerOnce(context, new JerseyRequestListener(tracing));
      case RESTEASY -> {
        registerOnce(
            context,
            TracingDispatcher.install(configuration, tracing)
                ? new AsyncEnd()
                : new ServerTracingFilter(tracing));
        yield registerOnce(context, new RouteFilter());
      }
      // The Vert.x hook of Quarkus starts and ends; what it does not see has no request at all.
      case QUARKUS -> registerOnce(context, new RouteFilter());
      case OTHER ->
          registerOnce(context, new ServerTracingFilter(tracing))
              && registerOnce(context, new RouteFilter());
    };
  }

  static boolean registerClient(FeatureContext context, TracingSource tracing) {
    if (isOff(tracing)) {
      return false;
    }
    Runtime runtime = Runtime.of(context.getConfiguration());
    if (runtime == Runtime.JERSEY) {
      registerOnce(context, new JerseyClientHook());
    }
    return registerOnce(context, new ClientTracingFilter(tracing, runtime));
  }

  /** Tracing that is switched off adds nothing; tracing that is yet to start may be on. */
  private static boolean isOff(TracingSource tracing) {
    Tracing known = tracing.get();
    return known != null && !known.enabled();
  }

  private static boolean registerOnce(FeatureContext context, Object provider) {
    if (context.getConfiguration().isRegistered(provider.getClass())) {
      return false;
    }
    context.register(provider);
    return true;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import dev.hopline.Traced;
import dev.hopline.jaxrs.exchange.ClientCall;
import dev.hopline.jaxrs.exchange.RouteTemplate;
import dev.hopline.jaxrs.resteasy.ResteasyHook;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.ClientRequestContext;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the interface of a MicroProfile REST client says of a call.
 *
 * @param template of the path, as {@code /books/{id}}, below the client's base URI
 */
record RestClientMethod(String template, boolean traced) {
  /** The property under which MicroProfile REST Client gives the method to filters. */
  private static final String INVOKED = "org.eclipse.microprofile.rest.client.invokedMethod";

  private static RestClientMethod of(Method method) {
    Class<?> type = method.getDeclaringClass();
    Path root = Annotations.onClass(type, Path.class);
    String path = (root == null ? "" : root.value()) + '/' + Annotations.path(method);
    Traced own = Traced.Nearest.on(method);
    Traced traced = own == null ? Annotations.onClass(type, Traced.Nearest::on) : own;
    return new RestClientMethod(
        '/' + new RouteTemplate(path).toString(), traced == null || traced.value());
  }

  /** All methods that one client has called so far. */
  record Known(KnownRuntime runtime, Map<Method, RestClientMethod> methods) {
    Known(KnownRuntime runtime) {
      this(runtime, new ConcurrentHashMap<>());
    }

    /** Tells a call what the interface says by way of which it is made, if any is known by now. */
    void tell(ClientCall call, ClientRequestContext request) {
      Method method = call.isPlain() ? invoked(request) : null;
      if (method != null) {
        RestClientMethod known = methods.computeIfAbsent(method, RestClientMethod::of);
        call.describe(known.template, known.traced);
      }
    }

    private @Nullable Method invoked(ClientRequestContext request) {
      if (request.getProperty(INVOKED) instanceof Method method) {
        return method;
      }
      // RESTEasy sets the property in a filter, which comes after our first.
      return runtime == KnownRuntime.RESTEASY ? ResteasyHook.method(request) : null;
    }
  }
}

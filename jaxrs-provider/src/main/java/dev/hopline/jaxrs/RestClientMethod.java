// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import dev.hopline.Traced;
import dev.hopline.jaxrs.exchange.RouteTemplate;
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
  record Known(Map<Method, RestClientMethod> methods) {
    Known() {
      this(new ConcurrentHashMap<>());
    }

    /** Null if the call is not made by way of an interface. */
    @Nullable RestClientMethod of(ClientRequestContext request) {
      return request.getProperty(INVOKED) instanceof Method method
          ? methods.computeIfAbsent(method, RestClientMethod::of)
          : null;
    }
  }
}

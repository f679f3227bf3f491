// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import dev.hopline.jaxrs.exchange.RouteTemplate;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The routes of an application's methods, each computed at its first hit. As many entries as there
 * are resource methods: nothing that a client sends is a key.
 */
final class RouteTemplates {
  private final Map<Match, List<RouteTemplate>> known = new ConcurrentHashMap<>();

  /** The template of the matched path from the server's root; null if no resource is matched. */
  @Nullable String of(@Nullable ResourceInfo resource, UriInfo uri) {
    Method method = resource == null ? null : resource.getResourceMethod();
    if (resource == null || method == null) {
      return null;
    }
    Class<?> type = resource.getResourceClass();
    Match match = new Match(root(uri, type), type, method);
    List<RouteTemplate> routes = known.get(match);
    if (routes == null) {
      routes = LocatorPaths.to(match.root, match.type, match.method);
      known.put(match, routes);
    }
    RouteTemplate route = choose(routes, uri);
    return route == null ? null : route.under(uri.getBaseUri());
  }

  /** The first resource of the way; the runtimes list it last, Quarkus only if there is a way. */
  private static Class<?> root(UriInfo uri, Class<?> type) {
    List<Object> matched = uri.getMatchedResources();
    if (matched.isEmpty()) {
      return type;
    }
    Object root = matched.get(matched.size() - 1);
    // CXF lists the class as long as it has not made the resource.
    return Annotations.userClass(root instanceof Class<?> known ? known : root.getClass());
  }

  /** Two locators may lead to the same method; then only the path tells which one was taken. */
  private static @Nullable RouteTemplate choose(List<RouteTemplate> routes, UriInfo uri) {
    if (routes.size() < 2) {
      return routes.isEmpty() ? null : routes.get(0);
    }
    String path = uri.getRequestUri().getRawPath();
    String base = uri.getBaseUri().getRawPath();
    String relative = path.startsWith(base) ? path.substring(base.length()) : path;
    for (RouteTemplate route : routes) {
      if (route.matches(relative)) {
        return route;
      }
    }
    return null;
  }

  private record Match(Class<?> root, Class<?> type, Method method) {}
}

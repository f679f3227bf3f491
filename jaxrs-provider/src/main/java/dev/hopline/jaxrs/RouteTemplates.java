// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import dev.hopline.jaxrs.exchange.RouteTemplate;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The routes of an application's methods, each computed at its first hit. As many entries as there
 * are ways to resource methods: nothing that a client sends is a key.
 */
final class RouteTemplates {
  private final Map<Match, List<RouteTemplate>> known = new ConcurrentHashMap<>();
  private final BiFunction<List<Class<?>>, Method, List<RouteTemplate>> search;

  RouteTemplates() {
    this(LocatorPaths::of);
  }

  /**
   * @param search finds the templates of a method by way of these resources
   */
  RouteTemplates(BiFunction<List<Class<?>>, Method, List<RouteTemplate>> search) {
    this.search = search;
  }

  /** The template of what is matched; null if no resource is, or by way of too many locators. */
  @Nullable RouteTemplate of(@Nullable ResourceInfo resource, UriInfo uri) {
    Method method = resource == null ? null : resource.getResourceMethod();
    if (resource == null || method == null) {
      return null;
    }
    List<Class<?>> way = way(resource.getResourceClass(), uri.getMatchedResources());
    if (way.size() > RouteTemplate.MOST_LOCATORS + 1) {
      return null;
    }
    Match match = new Match(way, method);
    List<RouteTemplate> routes = known.get(match);
    if (routes == null) {
      routes = search.apply(way, method);
      known.put(match, routes);
    }
    return choose(routes, uri);
  }

  /** From the root resource to that of the method; the runtimes list them the other way round. */
  private static List<Class<?>> way(Class<?> type, List<Object> lastFirst) {
    if (lastFirst.size() < 2) {
      return List.of(type);
    }
    List<Class<?>> way = new ArrayList<>(lastFirst.size());
    for (int i = lastFirst.size() - 1; i > 0; i--) {
      Object matched = lastFirst.get(i);
      // CXF lists the class as long as it has not made the resource.
      way.add(matched instanceof Class<?> known ? known : matched.getClass());
    }
    way.add(type);
    return way;
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

  private record Match(List<Class<?>> way, Method method) {}
}

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
  private final Map<Class<?>, Map<Method, List<RouteTemplate>>> direct = new ConcurrentHashMap<>();
  private final Map<Match, List<RouteTemplate>> overLocators = new ConcurrentHashMap<>();
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
    Class<?> type = resource.getResourceClass();
    List<Object> matched = uri.getMatchedResources();
    if (matched.size() > RouteTemplate.MOST_LOCATORS + 1) {
      return null;
    }
    return choose(matched.size() < 2 ? direct(type, method) : over(type, matched, method), uri);
  }

  private List<RouteTemplate> direct(Class<?> type, Method method) {
    Map<Method, List<RouteTemplate>> methods = direct.get(type);
    if (methods == null) {
      methods = direct.computeIfAbsent(type, first -> new ConcurrentHashMap<>());
    }
    List<RouteTemplate> routes = methods.get(method);
    if (routes == null) {
      routes = search.apply(List.of(type), method);
      methods.put(method, routes);
    }
    return routes;
  }

  private List<RouteTemplate> over(Class<?> type, List<Object> lastFirst, Method method) {
    Match match = new Match(way(type, lastFirst), method);
    List<RouteTemplate> routes = overLocators.get(match);
    if (routes == null) {
      routes = search.apply(match.way, method);
      overLocators.put(match, routes);
    }
    return routes;
  }

  /** From the root resource to that of the method; the runtimes list them the other way round. */
  private static List<Class<?>> way(Class<?> type, List<Object> lastFirst) {
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

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import dev.hopline.jaxrs.exchange.RouteTemplate;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * The paths that a way over sub-resource locators may have had: a search over the {@code @Path}
 * annotations, once for each way and method. Jakarta REST 3.1 tells the resources on the way, and
 * not the locators.
 */
final class LocatorPaths {
  private final List<Class<?>> way;
  private final String last;
  private final List<RouteTemplate> found = new ArrayList<>();

  private LocatorPaths(List<Class<?>> way, Method method) {
    this.way = way;
    this.last = Annotations.path(method);
  }

  /**
   * Finds the templates of a method.
   *
   * @param way the classes of the resources, from the root resource to that of the method
   * @return more than one if several locators lead from one of the resources to the next
   */
  static List<RouteTemplate> of(List<Class<?>> way, Method method) {
    List<Class<?>> types = new ArrayList<>();
    way.forEach(type -> types.add(Annotations.userClass(type)));
    Path root = Annotations.onClass(types.get(0), Path.class);
    if (root == null) {
      // Not of the application: the runtime's own answer to OPTIONS and the like.
      return List.of();
    }
    LocatorPaths search = new LocatorPaths(types, method);
    search.from(0, root.value());
    return List.copyOf(search.found);
  }

  private void from(int step, String path) {
    if (step == way.size() - 1) {
      found.add(new RouteTemplate(path + '/' + last));
      return;
    }
    for (Method method : way.get(step).getMethods()) {
      String locator = Annotations.locatorPath(method);
      // An interface or Object says nothing about what it is; the way does.
      if (locator != null && located(method).isAssignableFrom(way.get(step + 1))) {
        from(step + 1, path + '/' + locator);
      }
    }
  }

  /** What a locator leads to; it may return an instance or a class. */
  private static Class<?> located(Method locator) {
    if (locator.getReturnType() == Class.class
        && locator.getGenericReturnType() instanceof ParameterizedType type) {
      Type located = type.getActualTypeArguments()[0];
      return located instanceof Class<?> named ? named : Object.class;
    }
    return locator.getReturnType() == Class.class ? Object.class : locator.getReturnType();
  }
}

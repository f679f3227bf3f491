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
 * The ways from a root resource over sub-resource locators to a method: a search over the
 * {@code @Path} annotations, once for each method. Jakarta REST 3.1 does not tell which way was
 * taken.
 */
final class LocatorPaths {
  /** Locators may lead back to where they came from. */
  private static final int DEEPEST = 5;

  private final Class<?> target;
  private final String last;
  private final List<RouteTemplate> found = new ArrayList<>();

  private LocatorPaths(Class<?> target, Method method) {
    this.target = target;
    this.last = Annotations.path(method);
  }

  static List<RouteTemplate> to(Class<?> root, Class<?> target, Method method) {
    Class<?> type = Annotations.userClass(target);
    LocatorPaths search = new LocatorPaths(type, method);
    Path rootPath = Annotations.onClass(Annotations.userClass(root), Path.class);
    if (rootPath == null) {
      // Not of the application: the runtime's own answer to OPTIONS and the like.
      return List.of();
    }
    search.from(Annotations.userClass(root), rootPath.value(), DEEPEST);
    return List.copyOf(search.found);
  }

  private void from(Class<?> type, String path, int depth) {
    if (type == target) {
      found.add(new RouteTemplate(path + '/' + last));
    }
    if (depth == 0) {
      return;
    }
    for (Method method : type.getMethods()) {
      String step = Annotations.locatorPath(method);
      if (step != null) {
        Class<?> next = located(method);
        // An interface or Object says nothing about where it goes on; try the one that was matched.
        from(next.isAssignableFrom(target) ? target : next, path + '/' + step, depth - 1);
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

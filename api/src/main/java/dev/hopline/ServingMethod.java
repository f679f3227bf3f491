// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What {@code @Traced} says of the SERVER spans of the requests that a resource method serves, read
 * at the first of them.
 */
final class ServingMethod {
  // By the class of the resource, which may inherit the method; goes when its class loader goes.
  private static final ClassValue<Map<Method, ServingMethod>> KNOWN =
      new ClassValue<>() {
        @Override
        protected Map<Method, ServingMethod> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  private static final ServingMethod UNTOLD = new ServingMethod(false, "");

  private static final Logger LOG = Logger.getLogger(ServingMethod.class.getName());

  private final boolean optedOut;
  private final String name;

  private ServingMethod(boolean optedOut, String name) {
    this.optedOut = optedOut;
    this.name = name;
  }

  static ServingMethod of(Class<?> type, Method method) {
    Map<Method, ServingMethod> methods = KNOWN.get(type);
    ServingMethod known = methods.get(method);
    return known != null ? known : methods.computeIfAbsent(method, matched -> read(type, matched));
  }

  private static ServingMethod read(Class<?> type, Method matched) {
    try {
      Method method = implementation(type, matched);
      Traced traced = Traced.Nearest.of(type, method);
      if (traced == null) {
        return UNTOLD;
      }
      // With @WithSpan beside it, the name is that of the method's own span.
      String name = Traced.Nearest.isWithSpan(method) ? "" : traced.operationName();
      return new ServingMethod(!traced.value(), name);
    } catch (RuntimeException | LinkageError e) {
      // A class that the resource or an annotation names may be missing: the request goes on.
      LOG.log(Level.FINE, e, () -> "No annotations of " + matched);
      return UNTOLD;
    }
  }

  /** The method that is run: some runtimes name the one of the interface that has the path. */
  private static Method implementation(Class<?> type, Method matched) {
    try {
      return type.getMethod(matched.getName(), matched.getParameterTypes());
    } catch (NoSuchMethodException notPublic) {
      return matched;
    }
  }

  void tell(HttpSpan span) {
    if (optedOut) {
      span.suppress();
    } else if (!name.isEmpty()) {
      span.name(name);
    }
  }
}

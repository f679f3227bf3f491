// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import java.util.Map;

/** The implementations of Jakarta REST that offer more of a hook than filters. */
enum KnownRuntime {
  JERSEY,
  RESTEASY,
  QUARKUS,
  OTHER;

  static final String RESTEASY_PACKAGE = "org.jboss.resteasy.";

  private static final Map<String, KnownRuntime> PACKAGES =
      Map.of(
          "org.glassfish.jersey.", JERSEY,
          "org.jboss.resteasy.reactive.", QUARKUS);

  /**
   * The implementation that this object is of; {@link #OTHER} if a server keeps that to itself:
   * what we have for it could not be linked but by a {@link HiddenRuntime}.
   */
  static KnownRuntime of(Object implementation) {
    Class<?> type = implementation.getClass();
    return isSeen(type) ? named(type.getName()) : OTHER;
  }

  /** Whether it is RESTEasy, be it seen or not. */
  static boolean isResteasy(Object implementation) {
    return named(implementation.getClass().getName()) == RESTEASY;
  }

  /** Whether it is RESTEasy and a server keeps it to itself. */
  static boolean isHiddenResteasy(Object implementation) {
    return isResteasy(implementation) && !isSeen(implementation.getClass());
  }

  private static boolean isSeen(Class<?> type) {
    try {
      return Class.forName(type.getName(), false, KnownRuntime.class.getClassLoader()) == type;
    } catch (ClassNotFoundException | LinkageError hidden) {
      return false;
    }
  }

  private static KnownRuntime named(String name) {
    for (Map.Entry<String, KnownRuntime> known : PACKAGES.entrySet()) {
      if (name.startsWith(known.getKey())) {
        return known.getValue();
      }
    }
    return name.startsWith(RESTEASY_PACKAGE) ? RESTEASY : OTHER;
  }
}

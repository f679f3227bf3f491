// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import java.util.Map;

/** The implementations of Jakarta REST that offer more of a hook than filters. */
enum KnownRuntime {
  JERSEY,
  RESTEASY,
  QUARKUS,
  OTHER;

  private static final Map<String, KnownRuntime> PACKAGES =
      Map.of(
          "org.glassfish.jersey.", JERSEY,
          "org.jboss.resteasy.reactive.", QUARKUS);

  /** The implementation that this object is of. */
  static KnownRuntime of(Object implementation) {
    String name = implementation.getClass().getName();
    for (Map.Entry<String, KnownRuntime> known : PACKAGES.entrySet()) {
      if (name.startsWith(known.getKey())) {
        return known.getValue();
      }
    }
    return name.startsWith("org.jboss.resteasy.") ? RESTEASY : OTHER;
  }
}

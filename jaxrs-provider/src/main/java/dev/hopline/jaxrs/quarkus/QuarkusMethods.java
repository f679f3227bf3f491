// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.quarkus;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jspecify.annotations.Nullable;

/** The methods behind what Quarkus REST matches, each looked up once. */
final class QuarkusMethods {
  private final Map<RuntimeResource, Optional<Method>> known = new ConcurrentHashMap<>();

  /**
   * The method that serves; null if Quarkus does not find it, as one that is not public or, in a
   * native image, not kept.
   */
  @Nullable Method of(@Nullable RuntimeResource target) {
    if (target == null) {
      return null;
    }
    Optional<Method> method = known.get(target);
    return (method == null ? known.computeIfAbsent(target, QuarkusMethods::find) : method)
        .orElse(null);
  }

  private static Optional<Method> find(RuntimeResource target) {
    try {
      return Optional.of(target.getLazyMethod().getMethod());
    } catch (RuntimeException | LinkageError notFound) {
      return Optional.empty();
    }
  }
}

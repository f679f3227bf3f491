// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Tells methods that serve Jakarta REST requests by their annotations' names: applications without
 * Jakarta REST have none of its classes.
 */
final class ResourceMethods {
  private static final String HTTP_METHOD = "jakarta.ws.rs.HttpMethod";
  private static final String REST_CLIENT =
      "org.eclipse.microprofile.rest.client.inject.RegisterRestClient";

  private ResourceMethods() {}

  /** Whether the method, or one that it overrides or implements, is bound to an HTTP method. */
  static boolean contains(Method method) {
    // Jersey intercepts clients, too, that nobody has registered; what serves has a body.
    return !Modifier.isAbstract(method.getModifiers())
        && contains(method.getDeclaringClass(), method);
  }

  private static boolean contains(Class<?> type, Method method) {
    // The interface of a client looks the same, but its methods call and do not serve.
    if (isAnnotated(type.getAnnotations(), REST_CLIENT)) {
      return false;
    }
    if (isBound(type, method)) {
      return true;
    }
    Class<?> superclass = type.getSuperclass();
    return (superclass != null && contains(superclass, method))
        || Arrays.stream(type.getInterfaces()).anyMatch(parent -> contains(parent, method));
  }

  private static boolean isBound(Class<?> type, Method method) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(declared -> isOverridden(declared, method))
        .flatMap(declared -> Arrays.stream(declared.getAnnotations()))
        .anyMatch(a -> isAnnotated(a.annotationType().getAnnotations(), HTTP_METHOD));
  }

  /** Parameters may be wider in the declaration: those of a generic interface are. */
  private static boolean isOverridden(Method declared, Method method) {
    Class<?>[] wide = declared.getParameterTypes();
    Class<?>[] narrow = method.getParameterTypes();
    return declared.getName().equals(method.getName())
        && wide.length == narrow.length
        && IntStream.range(0, wide.length).allMatch(i -> wide[i].isAssignableFrom(narrow[i]));
  }

  private static boolean isAnnotated(Annotation[] annotations, String name) {
    return Arrays.stream(annotations).anyMatch(a -> a.annotationType().getName().equals(name));
  }
}

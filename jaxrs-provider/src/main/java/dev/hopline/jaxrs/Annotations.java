// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds Jakarta REST annotations where section 3.6 lets them stand: on a method, on the one that it
 * overrides in a superclass, on the one that it implements of an interface.
 */
final class Annotations {
  /** Marks of the subclasses that CDI containers make of a resource. */
  private static final List<String> GENERATED =
      List.of("$$", "$Proxy$", "_ClientProxy", "_Subclass");

  // Asked for at each request. Each class holds its own answer, so that goes with its class loader.
  private static final ClassValue<Class<?>> USER_CLASSES =
      new ClassValue<>() {
        @Override
        protected Class<?> computeValue(Class<?> type) {
          return readUserClass(type);
        }
      };

  private Annotations() {}

  /** The class as the user wrote it. */
  static Class<?> userClass(Class<?> type) {
    return USER_CLASSES.get(type);
  }

  private static Class<?> readUserClass(Class<?> type) {
    Class<?> user = type;
    while (isGenerated(user)
        && user.getSuperclass() != null
        && user.getSuperclass() != Object.class) {
      user = user.getSuperclass();
    }
    return user;
  }

  private static boolean isGenerated(Class<?> type) {
    String name = type.getName();
    return GENERATED.stream().anyMatch(name::contains);
  }

  static <A extends Annotation> @Nullable A onClass(@Nullable Class<?> type, Class<A> annotation) {
    return onClass(type, here -> here.getAnnotation(annotation));
  }

  /** What the reader finds on the class, else on what it extends or implements. */
  static <A> @Nullable A onClass(
      @Nullable Class<?> type, Function<Class<?>, @Nullable A> annotation) {
    if (type == null) {
      return null;
    }
    A here = annotation.apply(type);
    if (here != null) {
      return here;
    }
    A inherited = onClass(type.getSuperclass(), annotation);
    for (Class<?> implemented : type.getInterfaces()) {
      inherited = inherited == null ? onClass(implemented, annotation) : inherited;
    }
    return inherited;
  }

  /** The method's own part of the path; empty if it has none. */
  static String path(Method method) {
    Method annotated = annotated(method.getDeclaringClass(), method);
    Path path = annotated == null ? null : annotated.getAnnotation(Path.class);
    return path == null ? "" : path.value();
  }

  /** The path of a sub-resource locator, which has a path and no HTTP method; else null. */
  static @Nullable String locatorPath(Method method) {
    Method annotated = annotated(method.getDeclaringClass(), method);
    if (annotated == null || isVerb(annotated)) {
      return null;
    }
    return annotated.getAnnotation(Path.class).value();
  }

  private static boolean isVerb(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      if (annotation.annotationType().isAnnotationPresent(HttpMethod.class)) {
        return true;
      }
    }
    return false;
  }

  /** The method that carries the annotations: this one, or one that it overrides or implements. */
  private static @Nullable Method annotated(@Nullable Class<?> type, Method method) {
    if (type == null || method.isAnnotationPresent(Path.class) || isVerb(method)) {
      return type == null ? null : method;
    }
    Method declared = declared(type, method);
    if (declared != null) {
      return declared;
    }
    Method inherited = annotated(type.getSuperclass(), method);
    for (Class<?> implemented : type.getInterfaces()) {
      inherited = inherited == null ? annotated(implemented, method) : inherited;
    }
    return inherited;
  }

  /** Generic types may differ, so the number of parameters has to do if their types do not. */
  private static @Nullable Method declared(Class<?> type, Method method) {
    Method similar = null;
    for (Method candidate : type.getDeclaredMethods()) {
      if (candidate.getName().equals(method.getName())
          && candidate.getParameterCount() == method.getParameterCount()
          && (candidate.isAnnotationPresent(Path.class) || isVerb(candidate))) {
        if (Arrays.equals(candidate.getParameterTypes(), method.getParameterTypes())) {
          return candidate;
        }
        similar = candidate;
      }
    }
    return similar;
  }
}

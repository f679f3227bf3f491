// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import dev.hopline.Traced;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Which methods may be given an interceptor, in both extensions. The others would break a
 * deployment (final ones, on Weld and OpenWebBeans), a build (private ones, on Quarkus), or do
 * nothing (static ones); they are reported once by name and stay as they are.
 */
final class BindingRule {
  /** What a constructor is called where methods have their name. */
  static final String CONSTRUCTOR = "<init>";

  private static final Logger LOGGER = Logger.getLogger("dev.hopline");

  private final Set<String> reported = ConcurrentHashMap.newKeySet();

  /** Whether an annotation is {@code @Traced}: ours, or the one that MicroProfile had before. */
  static boolean isTraced(String annotation) {
    return annotation.equals(Traced.class.getName()) || isFormer(annotation);
  }

  static boolean isFormer(String annotation) {
    return annotation.equals(Traced.Nearest.FORMER);
  }

  /** What keeps a method of these modifiers from being intercepted; null if nothing does. */
  static @Nullable String obstacle(int modifiers) {
    if (Modifier.isPrivate(modifiers)) {
      return "private";
    }
    if (Modifier.isStatic(modifiers)) {
      return "static";
    }
    return Modifier.isFinal(modifiers) ? "final" : null;
  }

  /** Whether {@code final} alone is what keeps it from that. */
  static boolean isFinal(int modifiers) {
    return "final".equals(obstacle(modifiers));
  }

  /** Says that a method makes no span, unless that was said before. */
  void report(String type, String method, String obstacle) {
    String name = type + '.' + method;
    if (reported.add(name)) {
      LOGGER.warning(
          () -> name + "() makes no span: CDI cannot intercept it because it is " + obstacle);
    }
  }

  /** Says that some calls of a method make no span. */
  void reportSelfCalls(String type, String method) {
    String name = type + '.' + method;
    if (reported.add(name)) {
      LOGGER.warning(
          () -> name + "() makes no span where its object calls it: CDI sees calls from outside");
    }
  }
}

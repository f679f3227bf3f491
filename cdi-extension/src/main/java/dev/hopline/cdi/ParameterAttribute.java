// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parameter with {@code @SpanAttribute}: its position and its attribute's key. */
record ParameterAttribute(int index, UntypedKey key) {
  static List<ParameterAttribute> of(Method method) {
    List<ParameterAttribute> found = new ArrayList<>();
    Parameter[] parameters = method.getParameters();
    for (int i = 0; i < parameters.length; i++) {
      String name = nameOf(parameters[i]);
      if (name != null) {
        found.add(new ParameterAttribute(i, new UntypedKey(name)));
      }
    }
    return List.copyOf(found);
  }

  private static @Nullable String nameOf(Parameter parameter) {
    SpanAttribute attribute = parameter.getAnnotation(SpanAttribute.class);
    if (attribute == null) {
      return null;
    }
    if (!attribute.value().isEmpty()) {
      return attribute.value();
    }
    // "arg0" tells nobody anything.
    return parameter.isNamePresent() ? parameter.getName() : null;
  }

  /** Sets the attribute of a call, unless the argument is null or cannot be read. */
  void set(UntypedKey.Target span, Object[] arguments) {
    Object value = arguments[index];
    if (value == null) {
      return;
    }
    try {
      key.set(span, value);
    } catch (RuntimeException | StackOverflowError unreadable) {
      // The application's toString() or iterator failed; the call is to go on without it.
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import io.opentelemetry.api.common.AttributeKey;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The key of an attribute that has the type of its value. The value decides, not the parameter's
 * declaration: nothing is read by reflection, and a generic or wider declaration loses no type.
 */
final class UntypedKey {
  /** A span, or one that is to be started. */
  interface Target {
    <T> void set(AttributeKey<T> key, T value);
  }

  private final String name;
  // For each call of a method: those of lists are made anew.
  private final AttributeKey<String> ofText;
  private final AttributeKey<Long> ofIntegral;
  private final AttributeKey<Boolean> ofTruth;
  private final AttributeKey<Double> ofFloating;

  UntypedKey(String name) {
    this.name = name;
    this.ofText = AttributeKey.stringKey(name);
    this.ofIntegral = AttributeKey.longKey(name);
    this.ofTruth = AttributeKey.booleanKey(name);
    this.ofFloating = AttributeKey.doubleKey(name);
  }

  void set(Target target, Object value) {
    if (value instanceof String text) {
      target.set(ofText, text);
    } else if (isIntegral(value)) {
      target.set(ofIntegral, ((Number) value).longValue());
    } else if (value instanceof Boolean truth) {
      target.set(ofTruth, truth);
    } else if (isFloating(value)) {
      target.set(ofFloating, ((Number) value).doubleValue());
    } else if (value instanceof Collection<?> elements) {
      setAll(target, elements.stream().filter(Objects::nonNull).toList());
    } else if (value.getClass().isArray()) {
      setAll(target, elements(value));
    } else {
      target.set(ofText, value.toString());
    }
  }

  private void setAll(Target target, List<?> elements) {
    if (all(elements, UntypedKey::isIntegral)) {
      target.set(
          AttributeKey.longArrayKey(name),
          elements.stream().map(element -> ((Number) element).longValue()).toList());
    } else if (all(elements, Boolean.class::isInstance)) {
      target.set(
          AttributeKey.booleanArrayKey(name), elements.stream().map(Boolean.class::cast).toList());
    } else if (all(elements, UntypedKey::isFloating)) {
      target.set(
          AttributeKey.doubleArrayKey(name),
          elements.stream().map(element -> ((Number) element).doubleValue()).toList());
    } else {
      target.set(
          AttributeKey.stringArrayKey(name), elements.stream().map(Object::toString).toList());
    }
  }

  private static List<Object> elements(Object array) {
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < Array.getLength(array); i++) {
      Object element = Array.get(array, i);
      if (element != null) {
        elements.add(element);
      }
    }
    return elements;
  }

  // An empty list has no element type; strings are as good as any.
  private static boolean all(List<?> elements, Predicate<Object> type) {
    return !elements.isEmpty() && elements.stream().allMatch(type);
  }

  private static boolean isIntegral(Object value) {
    return value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte;
  }

  private static boolean isFloating(Object value) {
    return value instanceof Double || value instanceof Float;
  }
}

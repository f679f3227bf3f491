// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributesBuilder;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Gives an attribute the type of its value. The value decides, not the parameter's declaration:
 * nothing is read by reflection, and a generic or wider declaration loses no type.
 */
final class AttributeValue {
  private AttributeValue() {}

  static void put(AttributesBuilder attributes, String name, Object value) {
    if (value instanceof String text) {
      attributes.put(name, text);
    } else if (isIntegral(value)) {
      attributes.put(name, ((Number) value).longValue());
    } else if (value instanceof Boolean truth) {
      attributes.put(name, truth);
    } else if (isFloating(value)) {
      attributes.put(name, ((Number) value).doubleValue());
    } else if (value instanceof Collection<?> elements) {
      putAll(attributes, name, elements.stream().filter(Objects::nonNull).toList());
    } else if (value.getClass().isArray()) {
      putAll(attributes, name, elements(value));
    } else {
      attributes.put(name, value.toString());
    }
  }

  private static void putAll(AttributesBuilder attributes, String name, List<?> elements) {
    if (all(elements, AttributeValue::isIntegral)) {
      attributes.put(
          AttributeKey.longArrayKey(name),
          elements.stream().map(element -> ((Number) element).longValue()).toList());
    } else if (all(elements, Boolean.class::isInstance)) {
      attributes.put(
          AttributeKey.booleanArrayKey(name), elements.stream().map(Boolean.class::cast).toList());
    } else if (all(elements, AttributeValue::isFloating)) {
      attributes.put(
          AttributeKey.doubleArrayKey(name),
          elements.stream().map(element -> ((Number) element).doubleValue()).toList());
    } else {
      attributes.put(
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

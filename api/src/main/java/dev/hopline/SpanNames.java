// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names of spans, {@code {method} {template}}, made once for each of them. Thread-safe. */
final class SpanNames {
  /**
   * More templates than applications have; should one make them of what it is sent, it ends here.
   */
  private static final int MOST = 1 << 10;

  // By method, of which there are few, and then by template.
  private final Map<String, Map<String, String>> known = new ConcurrentHashMap<>();

  String of(String method, String template) {
    Map<String, String> names = known.get(method);
    if (names == null) {
      names = known.computeIfAbsent(method, first -> new ConcurrentHashMap<>());
    }
    String name = names.get(template);
    if (name == null) {
      name = method + ' ' + template;
      if (names.size() < MOST) {
        names.put(template, name);
      }
    }
    return name;
  }
}

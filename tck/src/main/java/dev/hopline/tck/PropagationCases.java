// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cases by their names, in order. */
final class PropagationCases {
  private final Map<String, List<PropagationStep>> cases = new LinkedHashMap<>();

  PropagationCases add(String name, PropagationStep... steps) {
    if (cases.put(name, List.of(steps)) != null) {
      throw new IllegalArgumentException(name);
    }
    return this;
  }

  PropagationCases addAll(PropagationCases others) {
    others.cases.forEach((name, steps) -> add(name, steps.toArray(PropagationStep[]::new)));
    return this;
  }

  List<String> names() {
    return new ArrayList<>(cases.keySet());
  }

  List<PropagationStep> steps(String name) {
    return cases.getOrDefault(name, Collections.emptyList());
  }
}

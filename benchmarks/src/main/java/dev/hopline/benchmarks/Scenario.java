// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same thing done by several, and by nobody.
 *
 * @param cells by the names of who does it
 * @param timed whether its CPU time is measured, too
 */
record Scenario(String title, Cell base, Map<String, Cell> cells, boolean timed) {
  static final String LIMIT = Contender.LIMIT.name();
  static final String HOPLINE = Contender.HOPLINE.name();

  static Scenario http(Stack stack, Mode mode, String workload, boolean timed) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    for (Contender contender : contenders(stack, mode, workload)) {
      cells.put(contender.name(), Cell.http(stack, contender, mode, workload));
    }
    Cell base = Cell.http(stack, Contender.NONE, Mode.SAMPLED, workload);
    return new Scenario(stack + ", " + workload + ", " + mode, base, cells, timed);
  }

  private static List<Contender> contenders(Stack stack, Mode mode, String workload) {
    if (stack == Stack.HELIDON_SERVER) {
      return List.of(Contender.LIMIT, Contender.HOPLINE, Contender.HELIDON);
    }
    List<Contender> all = new ArrayList<>();
    boolean plain = mode == Mode.SAMPLED && workload.equals("GET");
    if (plain) {
      all.add(Contender.EMPTY);
    }
    if (mode != Mode.DISABLED) {
      all.add(Contender.LIMIT);
    }
    all.add(Contender.HOPLINE);
    // It makes no span of a request that matches nothing.
    if (!workload.equals("NOT_FOUND")) {
      all.add(Contender.SMALLRYE);
    }
    // Its decision is the caller's alone, and it has no metrics.
    if (stack == Stack.JERSEY_SERVER && (mode == Mode.SAMPLED || mode == Mode.UNSAMPLED_PARENT)) {
      all.add(Contender.BRAVE);
    }
    return all;
  }

  static Scenario method(String method, Mode mode, boolean timed) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    for (MethodContender contender : MethodContender.values()) {
      boolean asked = contender.traces() || mode == Mode.SAMPLED;
      boolean possible = contender != MethodContender.LIMIT || mode != Mode.DISABLED;
      if (contender != MethodContender.NONE && asked && possible) {
        cells.put(contender.name(), Cell.method(method, contender, mode));
      }
    }
    Cell base = Cell.method(method, MethodContender.NONE, Mode.SAMPLED);
    return new Scenario("Weld, " + method + ", " + mode, base, cells, timed);
  }

  List<Cell> all() {
    List<Cell> all = new ArrayList<>(List.of(base));
    all.addAll(cells.values());
    return all;
  }
}

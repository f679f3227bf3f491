// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing to measure, in a virtual machine of its own.
 *
 * @param benchmark class and method of it
 * @param parts of the class path that it runs on
 */
record Cell(String benchmark, List<ClassPath.Part> parts, Map<String, String> params, int threads) {

  static Cell http(Stack stack, Contender contender, Mode mode, String workload) {
    Map<String, String> params =
        Map.of(
            "stack", stack.name(),
            "contender", contender.name(),
            "mode", mode.name(),
            "workload", workload);
    List<ClassPath.Part> parts = new ArrayList<>(contender.parts());
    parts.add(stack.part());
    return new Cell("HttpBenchmark.exchange", parts, params, 1);
  }

  static Cell method(String method, MethodContender contender, Mode mode) {
    Map<String, String> params = Map.of("contender", contender.name(), "mode", mode.name());
    return new Cell("MethodBenchmark." + method, contender.parts(), params, 1);
  }

  static Cell start(Contender contender) {
    Map<String, String> params = Map.of("contender", contender.name());
    return new Cell("StartBenchmark.start", contender.parts(), params, 1);
  }

  boolean onHelidon() {
    return parts.contains(ClassPath.Part.HELIDON);
  }

  Cell on(int threads) {
    return new Cell(benchmark, parts, params, threads);
  }

  /** The same cell has the same name in each run. */
  @Override
  public String toString() {
    return benchmark + new TreeMap<>(params) + " threads=" + threads;
  }
}

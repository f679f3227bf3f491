// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/** What the full run measures. */
final class Plan {
  static final List<Integer> THREADS = List.of(1, 4, 16, 64);
  private static final int TIMED_FORKS = 5;
  private static final int STARTS = 9;
  private static final int STARTED_HEAPS = 3;

  final List<Scenario> scenarios = scenarios();

  /** Those on Helidon; none where it does not run. */
  final List<Scenario> helidon = Helidon.found().isPresent() ? onHelidon() : List.of();

  final List<Growth> growth = Growth.all();

  private static List<Scenario> scenarios() {
    List<Scenario> all = new ArrayList<>();
    for (Stack stack : List.of(Stack.RESTEASY_SERVER, Stack.JERSEY_SERVER)) {
      all.add(Scenario.http(stack, Mode.SAMPLED, "GET", true));
      for (String workload : List.of("POST", "SUB_RESOURCE", "NOT_FOUND", "ASYNC")) {
        all.add(Scenario.http(stack, Mode.SAMPLED, workload, false));
      }
      for (Mode mode : Mode.values()) {
        if (mode != Mode.SAMPLED) {
          all.add(Scenario.http(stack, mode, "GET", false));
        }
      }
    }
    for (Stack stack : List.of(Stack.RESTEASY_CLIENT, Stack.JERSEY_CLIENT)) {
      for (Mode mode : Mode.values()) {
        all.add(Scenario.http(stack, mode, "GET", mode == Mode.SAMPLED));
      }
    }
    for (String method : List.of("buy", "find")) {
      all.add(Scenario.method(method, Mode.SAMPLED, method.equals("buy")));
      all.add(Scenario.method(method, Mode.UNSAMPLED_PARENT, false));
      all.add(Scenario.method(method, Mode.DISABLED, false));
    }
    return all;
  }

  private static List<Scenario> onHelidon() {
    return Stream.of(Mode.SAMPLED, Mode.ALWAYS_OFF, Mode.UNSAMPLED_PARENT)
        .map(mode -> Scenario.http(Stack.HELIDON_SERVER, mode, "GET", mode == Mode.SAMPLED))
        .toList();
  }

  private Stream<Scenario> everywhere() {
    return Stream.concat(scenarios.stream(), helidon.stream());
  }

  static Cell threads(Stack stack, Contender contender, int threads) {
    return Cell.http(stack, contender, Mode.SAMPLED, "GET").on(threads);
  }

  static Cell memory(Stack stack, Contender contender) {
    Cell cell = Cell.http(stack, contender, Mode.SAMPLED, "GET");
    return new Cell("HttpBenchmark.distinct", cell.parts(), cell.params(), 1);
  }

  /**
   * What is not measured in bytes; one after the other, so that what slows the machine down for a
   * while slows all of them.
   */
  void run(Results results) throws IOException, RunnerException {
    for (int round = 1; round <= TIMED_FORKS; round++) {
      for (Cell cell : distinct(everywhere().filter(Scenario::timed))) {
        results.need(Measure.NANOS, cell, round);
      }
    }
    for (int round = 1; round <= STARTS; round++) {
      for (Contender contender : List.of(Contender.NONE, Contender.LIMIT, Contender.HOPLINE)) {
        results.need(Measure.START_NANOS, Cell.start(contender), round);
        results.need(Measure.START_HEAP, Cell.start(contender), Math.min(round, STARTED_HEAPS));
      }
    }
    underLoad(results);
  }

  /** What is measured in bytes. */
  Stream<Cell> measuredInBytes() {
    return Stream.concat(
        everywhere().flatMap(scenario -> scenario.all().stream()),
        growth.stream().flatMap(Growth::cells));
  }

  private static void underLoad(Results results) throws IOException, RunnerException {
    for (Stack stack : List.of(Stack.RESTEASY_SERVER, Stack.JERSEY_SERVER)) {
      for (Contender contender : List.of(Contender.NONE, Contender.HOPLINE)) {
        for (int threads : THREADS) {
          results.need(Measure.WAITS, threads(stack, contender, threads), 1);
        }
        results.need(Measure.RETAINED, memory(stack, contender), 1);
      }
    }
  }

  private static List<Cell> distinct(Stream<Scenario> scenarios) {
    return scenarios.flatMap(scenario -> scenario.all().stream()).distinct().toList();
  }
}

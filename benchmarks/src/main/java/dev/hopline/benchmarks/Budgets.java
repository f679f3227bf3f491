// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The promises of the design, each by its name in {@code budgets.properties}. */
final class Budgets {
  private static final List<Stack> STACKS =
      List.of(
          Stack.RESTEASY_SERVER, Stack.JERSEY_SERVER, Stack.RESTEASY_CLIENT, Stack.JERSEY_CLIENT);

  private Budgets() {}

  static List<Budget> all() {
    List<Budget> all = new ArrayList<>();
    for (Stack stack : STACKS) {
      all.addAll(sampled(stack));
      all.addAll(silent(stack));
    }
    all.addAll(methods());
    Cell nothing = Cell.start(Contender.NONE);
    for (Measure measure : List.of(Measure.START_NANOS, Measure.START_HEAP)) {
      all.add(
          new Budget(
              measure.name() + ".of-limit",
              measure,
              Cell.start(Contender.HOPLINE),
              nothing,
              new Budget.Reference(Cell.start(Contender.LIMIT), nothing)));
    }
    return List.copyOf(all);
  }

  /** Those that are exact, whatever else the machine does. */
  static List<Budget> ofBytes() {
    return all().stream().filter(budget -> budget.measure() == Measure.BYTES).toList();
  }

  /** Of contenders that make a span. */
  private static List<Budget> sampled(Stack stack) {
    List<Budget> all = new ArrayList<>();
    List<String> workloads =
        stack.isServer()
            ? List.of("GET", "POST", "SUB_RESOURCE", "NOT_FOUND", "ASYNC")
            : List.of("GET");
    for (String workload : workloads) {
      all.add(compare(Measure.BYTES, stack, workload, Contender.LIMIT));
    }
    all.add(compare(Measure.NANOS, stack, "GET", Contender.LIMIT));
    for (Measure measure : List.of(Measure.BYTES, Measure.NANOS)) {
      all.add(compare(measure, stack, "GET", Contender.SMALLRYE));
    }
    if (stack == Stack.JERSEY_SERVER) {
      all.add(compare(Measure.BYTES, stack, "GET", Contender.BRAVE));
    }
    return all;
  }

  private static Budget compare(Measure measure, Stack stack, String workload, Contender with) {
    Cell base = Cell.http(stack, Contender.NONE, Mode.SAMPLED, workload);
    return new Budget(
        name(stack, measure, workload, with),
        measure,
        Cell.http(stack, Contender.HOPLINE, Mode.SAMPLED, workload),
        base,
        new Budget.Reference(Cell.http(stack, with, Mode.SAMPLED, workload), base));
  }

  /** Of requests without a span. */
  private static List<Budget> silent(Stack stack) {
    Cell base = Cell.http(stack, Contender.NONE, Mode.SAMPLED, "GET");
    List<Budget> all = new ArrayList<>();
    for (Mode mode : List.of(Mode.ALWAYS_OFF, Mode.UNSAMPLED_PARENT)) {
      all.add(
          new Budget(
              name(stack, Measure.BYTES, mode.name(), Contender.LIMIT),
              Measure.BYTES,
              Cell.http(stack, Contender.HOPLINE, mode, "GET"),
              base,
              new Budget.Reference(Cell.http(stack, Contender.LIMIT, mode, "GET"), base)));
    }
    all.add(
        new Budget(
            stack + ".BYTES.DISABLED",
            Measure.BYTES,
            Cell.http(stack, Contender.HOPLINE, Mode.DISABLED, "GET"),
            base,
            null));
    return all;
  }

  private static List<Budget> methods() {
    return Stream.of("buy", "find")
        .flatMap(
            method ->
                Stream.of(
                    method(method, Mode.SAMPLED),
                    method(method, Mode.UNSAMPLED_PARENT),
                    new Budget(
                        "METHOD.BYTES." + method + ".DISABLED",
                        Measure.BYTES,
                        Cell.method(method, MethodContender.HOPLINE, Mode.DISABLED),
                        Cell.method(method, MethodContender.EMPTY, Mode.SAMPLED),
                        null)))
        .toList();
  }

  private static Budget method(String method, Mode mode) {
    Cell base = Cell.method(method, MethodContender.NONE, Mode.SAMPLED);
    return new Budget(
        "METHOD.BYTES." + method + '.' + mode + ".of-limit",
        Measure.BYTES,
        Cell.method(method, MethodContender.HOPLINE, mode),
        base,
        new Budget.Reference(Cell.method(method, MethodContender.LIMIT, mode), base));
  }

  private static String name(Stack stack, Measure measure, String what, Contender with) {
    return stack + "." + measure + '.' + what + ".of-" + with.name().toLowerCase(Locale.ROOT);
  }
}

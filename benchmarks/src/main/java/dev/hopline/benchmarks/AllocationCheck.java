// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The short form: measures what the budgets of bytes need, and fails if one is broken. */
public final class AllocationCheck {
  private AllocationCheck() {}

  /** Takes an empty directory for its results. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path directory = Path.of(args[0]);
    Limits limits = Limits.read();
    checkNames(limits);
    Share.measureAll(Share.Cells.BUDGETS, directory);
    Results results = new Results(directory, "results");
    int broken = 0;
    for (Budget budget : Budgets.ofBytes()) {
      double figure = budget.figure(results);
      Limits.Verdict verdict = limits.judge(budget, figure);
      broken += verdict.broken() ? 1 : 0;
      System.out.printf(
          "%-50s %7.3f of %.3f: %s%n", budget.name(), figure, limits.most(budget), verdict.text());
    }
    System.out.printf("%d of %d budgets broken%n", broken, Budgets.ofBytes().size());
    System.exit(broken == 0 ? 0 : 1);
  }

  private static void checkNames(Limits limits) {
    Set<String> unknown = new TreeSet<>(limits.names());
    unknown.removeAll(Budgets.all().stream().map(Budget::name).collect(Collectors.toSet()));
    if (!unknown.isEmpty()) {
      throw new IllegalStateException("budgets.properties names what is not measured: " + unknown);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/** The short form: measures what the budgets of bytes need, and fails if one is broken. */
public final class AllocationCheck {
  private AllocationCheck() {}

  /** Takes an empty directory for its results. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path directory = Path.of(args[0]);
    Limits limits = Limits.read();
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
}

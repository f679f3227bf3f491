// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.runner.RunnerException;

/** The full run: measures all, and writes the page of it. */
public final class Benchmarks {
  private Benchmarks() {}

  /**
   * Takes the directory for the results and the page to write. What a run before has left there is
   * not measured again.
   */
  public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
    if (Helidon.found().isEmpty()) {
      System.out.println(Helidon.LEFT_OUT);
    }
    Path directory = Path.of(args[0]);
    Plan plan = new Plan();
    plan.run(new Results(directory, "results"));
    Share.measureAll(Share.Cells.PAGE, directory);
    Results results = new Results(directory, "results");
    Files.writeString(Path.of(args[1]), new Page(plan, results, Limits.read()).toString());
  }
}

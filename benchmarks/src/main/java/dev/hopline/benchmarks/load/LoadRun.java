// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.load;

import dev.hopline.benchmarks.Section;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Puts whole processes under load, and writes what tracing costs them. */
public final class LoadRun {
  private static final int ROUNDS = 5;

  private LoadRun() {}

  /**
   * Takes the page, of which it writes the figures, and the directory of the packaged applications;
   * writes nothing if the run finds anything wrong.
   */
  public static void main(String[] args) throws Exception {
    Path page = Path.of(args[0]);
    String before = Files.readString(page);
    Section.replace(before, ""); // Fails at once, not after minutes.
    Path applications = Path.of(args[1]);
    LoadTables tables = new LoadTables();
    for (Stack stack : Stack.values()) {
      tables.add(stack, rounds(applications, stack));
    }
    Files.writeString(page, Section.replace(before, tables.toString()));
  }

  /** In turns, so that what else the machine does meets all. */
  private static Map<Contender, List<Outcome>> rounds(Path applications, Stack stack)
      throws Exception {
    Map<Contender, List<Outcome>> outcomes = new EnumMap<>(Contender.class);
    for (int round = 0; round < ROUNDS; round++) {
      for (Contender contender : Contender.values()) {
        Outcome outcome =
            Trial.run(applications, stack, contender, Integer.getInteger("load.seconds"));
        System.out.println(stack + " " + contender + " " + outcome);
        outcomes.computeIfAbsent(contender, first -> new ArrayList<>()).add(outcome);
      }
    }
    return outcomes;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures bytes in two processes at once, for they are exact however busy the machine is. JMH
 * takes a class path from the process that it is in, so threads cannot.
 */
public final class Share {
  private static final int SHARES = 2;

  private Share() {}

  /** Which cells. */
  enum Cells {
    /** Those that budgets of bytes are about. */
    BUDGETS {
      @Override
      Stream<Cell> cells() {
        return Budgets.ofBytes().stream().flatMap(budget -> budget.cells().stream());
      }
    },
    /** Those of the page, too. */
    PAGE {
      @Override
      Stream<Cell> cells() {
        return Stream.concat(BUDGETS.cells(), new Plan().measuredInBytes());
      }
    };

    abstract Stream<Cell> cells();
  }

  /** Measures all of them, into files of this directory. */
  static void measureAll(Cells cells, Path directory) throws IOException, InterruptedException {
    List<Process> processes = new ArrayList<>();
    for (int share = 0; share < SHARES; share++) {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("-Djmh.ignoreLock=true");
      command.addAll(Helidon.settings());
      command.addAll(List.of("-cp", ClassPath.ofBuild().toString(), Share.class.getName()));
      command.addAll(List.of(cells.name(), directory.toString(), Integer.toString(share)));
      processes.add(new ProcessBuilder(command).inheritIO().start());
    }
    for (Process process : processes) {
      if (process.waitFor() != 0) {
        throw new IllegalStateException("not measured");
      }
    }
  }

  /** Takes which cells, the directory and the number of the share. */
  public static void main(String[] args) throws IOException, RunnerException {
    int share = Integer.parseInt(args[2]);
    Results results = new Results(Path.of(args[1]), "bytes-" + share);
    List<Cell> cells = Cells.valueOf(args[0]).cells().distinct().toList();
    for (int i = share; i < cells.size(); i += SHARES) {
      results.need(Measure.BYTES, cells.get(i), 1);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.runner.RunnerException;

/** What has been measured, each figure as often as it was; files keep it as it comes. */
final class Results {
  private final Path file;
  private final ClassPath build = ClassPath.ofBuild();
  private final Map<String, List<Double>> figures = new TreeMap<>();

  /**
   * Goes on with what is in the files of a directory.
   *
   * @param name of the file for what is added
   */
  Results(Path directory, String name) throws IOException {
    Files.createDirectories(directory);
    file = directory.resolve(name + ".tsv");
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.tsv")) {
      for (Path before : files) {
        for (String line : Files.readAllLines(before)) {
          String[] parts = line.split("\t");
          add(parts[0], Double.parseDouble(parts[1]));
        }
      }
    }
  }

  private void add(String key, double figure) {
    figures.computeIfAbsent(key, first -> new ArrayList<>()).add(figure);
  }

  /** Measures a cell until there are this many figures of it. */
  void need(Measure measure, Cell cell, int count) throws IOException, RunnerException {
    String key = key(measure, cell);
    while (figures.getOrDefault(key, List.of()).size() < count) {
      double figure = measure.of(cell, build);
      add(key, figure);
      Files.writeString(
          file, key + '\t' + figure + '\n', StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }

  /** The least: what else the machine does can only add to a figure. */
  double of(Measure measure, Cell cell) {
    List<Double> all = figures.get(key(measure, cell));
    if (all == null) {
      throw new IllegalStateException("not measured: " + key(measure, cell));
    }
    return Collections.min(all);
  }

  private static String key(Measure measure, Cell cell) {
    return measure + " " + cell;
  }
}

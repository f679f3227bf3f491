// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The program that writes the page of results at the end of a build. It leaves the page as it is
 * when the build has run a part of the tests only.
 */
public final class CompatibilityPage {
  private static final Path RESULTS = Path.of("target", "compatibility");

  private CompatibilityPage() {}

  /**
   * Writes the page.
   *
   * @param arguments the page, the project's directory, and the names of its modules that have
   *     runners, each of which must have results
   */
  public static void main(String[] arguments) throws IOException {
    System.out.println(
        write(
            Path.of(arguments[0]),
            Path.of(arguments[1]),
            Arrays.asList(arguments).subList(2, arguments.length)));
  }

  /** Writes the page if the results are complete, and says what it has done. */
  static String write(Path page, Path project, List<String> modules) throws IOException {
    List<CaseResult> results = new ArrayList<>();
    for (String module : modules) {
      List<CaseResult> ofModule = read(project.resolve(module).resolve(RESULTS));
      if (ofModule.isEmpty()) {
        return page.getFileName() + " stays as it is: no results of " + module;
      }
      results.addAll(ofModule);
    }
    CompatibilityTable table = new CompatibilityTable(results);
    List<String> holes = table.holes();
    if (!holes.isEmpty()) {
      return page.getFileName() + " stays as it is: no result of " + holes.get(0);
    }
    Files.writeString(page, table.page());
    return page.getFileName() + " has " + results.size() + " results";
  }

  private static List<CaseResult> read(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    List<CaseResult> results = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        Files.readAllLines(file).stream().map(CaseResult::parse).forEach(results::add);
      }
    }
    return results;
  }
}

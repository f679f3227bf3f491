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
   * @param arguments the page, the project's directory, the name of the directory below it whose
   *     modules are of a server each, and the names of those modules of the project that have
   *     runners, each of which must have results
   */
  public static void main(String[] arguments) throws IOException {
    System.out.println(
        write(
            Path.of(arguments[0]),
            Path.of(arguments[1]),
            servers(Path.of(arguments[1], arguments[2])),
            Arrays.asList(arguments).subList(3, arguments.length)));
  }

  /** What the modules of servers keep for the page. */
  private static List<String> servers(Path directory) throws IOException {
    List<String> sections = new ArrayList<>();
    try (Stream<Path> modules = Files.list(directory)) {
      for (Path module : modules.sorted().toList()) {
        Path section = module.resolve(ServerSection.FILE);
        if (Files.exists(section)) {
          sections.add(Files.readString(section));
        }
      }
    }
    return sections;
  }

  /** Writes the page if the results are complete, and says what it has done. */
  static String write(Path page, Path project, List<String> servers, List<String> modules)
      throws IOException {
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
    Files.writeString(page, table.page(servers));
    return page.getFileName() + " has " + results.size() + " results";
  }

  static List<CaseResult> read(Path directory) throws IOException {
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

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** When, on what and of which versions the figures are. */
public final class Machine {
  private static final Pattern JAR = Pattern.compile("([a-z0-9.-]+?)-(\\d[^/]*)\\.jar$");

  private static final List<String> SHOWN =
      List.of(
          "opentelemetry-sdk",
          "resteasy-core",
          "jersey-server",
          "weld-se-core",
          "smallrye-opentelemetry-rest",
          "brave",
          "jmh-core");

  private Machine() {}

  static String introduction() {
    return """
        <!-- Written by the benchmarks module. -->
        # Performance

        %s

        How it is measured, and by which command, is in [benchmarks](../benchmarks/README.md).

        """
        .formatted(facts(SHOWN));
  }

  /** In two lines; of versions those of these artifacts. */
  public static String facts(List<String> artifacts) {
    return """
        %s, %s, %d cores, Java %s (%s), Serial GC, 256 MB of heap.

        %s"""
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            processor(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.version"),
            System.getProperty("java.vm.name"),
            versions(ClassPath.ofBuild(), artifacts));
  }

  static String versions(ClassPath classPath, List<String> artifacts) {
    return classPath.entries().stream()
        .map(entry -> JAR.matcher(Path.of(entry).getFileName().toString()))
        .filter(Matcher::matches)
        .filter(jar -> artifacts.contains(jar.group(1)))
        .map(jar -> jar.group(1) + " " + jar.group(2))
        .sorted()
        .collect(Collectors.joining(", ", "Versions: ", "."));
  }

  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException otherSystem) {
      return System.getProperty("os.arch");
    }
  }
}

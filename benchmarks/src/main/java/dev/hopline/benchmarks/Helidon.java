// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/**
 * Helidon's Jersey and its own tracing, which need a newer Java than the build does.
 *
 * @param home of the JDK
 * @param own what it is made of
 */
record Helidon(Path home, ClassPath own) {
  static final String LEFT_OUT =
      "Helidon is left out: no JDK 21 or newer found."
          + " Install one, or name it by -Dhopline.newer-jdk=HOME.";

  private static final String HOME = "helidon.java-home";
  private static final String CLASS_PATH = "helidon.class-path";

  /** As the build has found it; it is not there without a newer JDK. */
  static Optional<Helidon> found() {
    String home = System.getProperty(HOME, "");
    return home.isBlank()
        ? Optional.empty()
        : Optional.of(
            new Helidon(
                Path.of(home.strip()),
                ClassPath.of(read(Path.of(System.getProperty(CLASS_PATH))).strip())));
  }

  /** What a Java process needs to find the same. */
  static List<String> settings() {
    return Stream.of(HOME, CLASS_PATH)
        .filter(name -> System.getProperty(name) != null)
        .map(name -> "-D" + name + '=' + System.getProperty(name))
        .toList();
  }

  /** Lets forks be of its Java. */
  void run(ChainedOptionsBuilder options) {
    options.jvm(home.resolve("bin").resolve("java").toString());
    if (Integer.parseInt(feature()) >= 24) {
      // From there on each fork would warn of what JMH does.
      options.jvmArgsPrepend("--sun-misc-unsafe-memory-access=allow");
    }
  }

  /** Helidon's, and of the build's what is neither a runtime nor another's tracing. */
  ClassPath classPath(ClassPath build, List<ClassPath.Part> parts) {
    ClassPath.Part tracing = ClassPath.Part.HELIDON_TRACING;
    return (parts.contains(tracing) ? own : own.without(tracing)).and(build.with(parts));
  }

  /** As in "25". */
  String feature() {
    return version().split("[.+-]")[0];
  }

  /** Each JDK has a file that names it. */
  private String version() {
    return read(home.resolve("release"))
        .lines()
        .filter(line -> line.startsWith("JAVA_VERSION="))
        .map(line -> line.substring(line.indexOf('=') + 1).replace("\"", ""))
        .findFirst()
        .orElseThrow();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the figures are of. */
  @Override
  public String toString() {
    String versions =
        Machine.versions(own, List.of("jersey-server", "helidon-microprofile-telemetry"));
    return "Java " + version() + ". " + versions;
  }
}

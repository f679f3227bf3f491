// SPDX-License-Identifier: Apache-2.0
package dev.hopline.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the build has left in the modules' directories.
 *
 * @param root the project's directory
 */
record Build(Path root) {
  /** Small and quick to start: five of them are to run on two cores. */
  private static final List<String> JVM_OPTIONS =
      List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  /** Whether there is a Java to run the sample on. */
  boolean canRun(Sample sample) {
    return !javaHome(sample).isEmpty();
  }

  /** The command that starts a sample with settings. */
  List<String> command(Sample sample, Map<String, String> settings) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(javaHome(sample), "bin", "java").toString());
    command.addAll(JVM_OPTIONS);
    new TreeMap<>(settings).forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.add("-jar");
    command.add(root.resolve(sample.target).resolve(sample.jar).toString());
    return command;
  }

  /** Empty if there is none. Helidon's sample notes in its build which JDK is new enough. */
  private String javaHome(Sample sample) {
    if (sample != Sample.HELIDON) {
      return System.getProperty("java.home");
    }
    Path note = root.resolve(sample.target).resolve("java-home");
    try {
      return Files.exists(note) ? Files.readString(note).strip() : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

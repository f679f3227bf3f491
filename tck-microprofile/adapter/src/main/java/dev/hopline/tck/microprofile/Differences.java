// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.microprofile;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What a leg cannot hold and why, from its file {@code differences.properties}: {@code
 * TestClass.method} for a test of the official TCK, and what {@link
 * dev.hopline.tck.TestedRuntime#differences} has for a case of a contract.
 */
final class Differences {
  private static final Path FILE = Path.of("differences.properties");

  private final Map<String, String> reasons;

  private Differences(Map<String, String> reasons) {
    this.reasons = reasons;
  }

  /** In the directory that the tests run in, which is the leg's. */
  static Differences ofLeg() {
    Properties lines = new Properties();
    if (Files.exists(FILE)) {
      try (Reader file = Files.newBufferedReader(FILE)) {
        lines.load(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Differences(
        lines.stringPropertyNames().stream()
            .collect(Collectors.toMap(name -> name, lines::getProperty)));
  }

  Map<String, String> all() {
    return reasons;
  }
}

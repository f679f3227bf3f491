// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.microprofile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a leg cannot hold and why, as {@link dev.hopline.tck.TestedRuntime#differences} wants it: a
 * line for each case, {@code contract: case = reason}.
 */
final class Differences {
  private static final Path FILE = Path.of("differences.txt");

  private static final String BECAUSE = " = ";

  private Differences() {}

  /** In the directory that the tests run in, which is the leg's. */
  static Map<String, String> ofLeg() {
    if (!Files.exists(FILE)) {
      return Map.of();
    }
    try (Stream<String> lines = Files.lines(FILE)) {
      return lines
          .filter(line -> line.contains(BECAUSE))
          .map(line -> line.split(BECAUSE, 2))
          .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

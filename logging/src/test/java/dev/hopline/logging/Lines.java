// SPDX-License-Identifier: Apache-2.0
package dev.hopline.logging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a library has written to the file of its configuration. */
final class Lines {
  private Lines() {}

  static List<String> of(String file) {
    try {
      return Files.readAllLines(Path.of("target", file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

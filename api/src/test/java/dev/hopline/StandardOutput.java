// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Standard output that is caught, or replaced by a broken one, for the time of a test. */
final class StandardOutput implements AutoCloseable {
  private final PrintStream original = System.out;
  private final ByteArrayOutputStream caught = new ByteArrayOutputStream();

  StandardOutput() {
    System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
  }

  StandardOutput(OutputStream broken) {
    System.setOut(new PrintStream(broken, true, StandardCharsets.UTF_8));
  }

  String text() {
    return caught.toString(StandardCharsets.UTF_8);
  }

  /** The printed trees, without the blank line after each. */
  long trees() {
    return text().lines().filter(line -> line.matches("[●*] [0-9a-f]{32}  .*")).count();
  }

  @Override
  public void close() {
    System.setOut(original);
  }
}

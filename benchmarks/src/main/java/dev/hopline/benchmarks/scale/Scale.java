// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

import dev.hopline.benchmarks.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Replays traffic through the real exporter to a receiver, and writes what that comes to. */
public final class Scale {
  private Scale() {}

  /** Takes the page, of which it writes the figures; does not if the run finds anything wrong. */
  public static void main(String[] args) throws IOException {
    Path page = Path.of(args[0]);
    String before = Files.readString(page);
    Section.replace(before, ""); // Fails at once, not after minutes.
    try (Trials trials = new Trials()) {
      Tables tables = new Tables(trials.measure(), Assumptions.OURS);
      Files.writeString(page, Section.replace(before, tables.toString()));
    }
  }
}

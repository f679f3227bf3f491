// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/** Leaves what runtimes say at their start out of the output; made by the JDK in each fork. */
public final class QuietLogging {
  /** For the JDK. */
  public QuietLogging() throws IOException {
    String settings = ".level=SEVERE\nhandlers=java.util.logging.ConsoleHandler\n";
    LogManager.getLogManager()
        .readConfiguration(new ByteArrayInputStream(settings.getBytes(StandardCharsets.UTF_8)));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Keeps what Hopline logs in the build of Quarkus, which is over when the first test is made. */
public final class BuildLog implements LauncherSessionListener {
  static final Path FILE = Path.of("target", "build.log");

  private static final Logger LOGGER = Logger.getLogger("dev.hopline");

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    try {
      FileHandler handler = new FileHandler(FILE.toString());
      handler.setFormatter(new SimpleFormatter());
      LOGGER.addHandler(handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What one SDK says of its exports, from its start to its end, the end of the process included. */
final class ExportLog {
  private static final Logger LOG = Logger.getLogger(Tracing.class.getName());

  /** Not while an SDK is built: one that cannot be built is closed again and fails to export. */
  private volatile boolean open;

  private volatile boolean exiting;

  void open() {
    open = true;
  }

  /** From here on the log manager takes its handlers away, and lines would be lost. */
  void exiting() {
    exiting = true;
  }

  /** What fails after the end is nobody's concern. */
  void close() {
    open = false;
  }

  void info(String line) {
    say(Level.INFO, line);
  }

  void warning(String line) {
    say(Level.WARNING, line);
  }

  private void say(Level level, String line) {
    if (!open) {
      return;
    }
    if (exiting && Logger.getLogger("").getHandlers().length == 0) {
      System.err.println(line);
    } else {
      LOG.log(level, line);
    }
  }
}

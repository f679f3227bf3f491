// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What one SDK says of its exports, from its start to its end, the end of the process included. */
final class ExportLog {
  private static final Logger LOG = Logger.getLogger(Tracing.class.getName());

  /** How many exporters have each of the troubles that were told of and have not ended. */
  private final Map<String, Integer> troubles = new ConcurrentHashMap<>();

  /** Not while an SDK is built: one that cannot be built is closed again and fails to export. */
  private volatile boolean open;

  private volatile boolean exiting;

  void open() {
    open = true;
  }

  /** Whether anybody hears what is said. */
  boolean isOpen() {
    return open;
  }

  /** From here on the log manager takes its handlers away, and lines would be lost. */
  void exiting() {
    exiting = true;
  }

  /** What fails after the end is nobody's concern. */
  void close() {
    open = false;
  }

  /** An exporter has met a trouble; whether it is the first, so that there is something to say. */
  boolean began(String trouble) {
    return troubles.merge(trouble, 1, Integer::sum) == 1;
  }

  /** It has got over it. */
  void ended(String trouble) {
    troubles.computeIfPresent(trouble, (same, count) -> count == 1 ? null : count - 1);
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

// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Everything of INFO and above that the process logs during a test, ours and OpenTelemetry's. */
final class LogLines extends Handler implements AutoCloseable {
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();
  private final Logger root = Logger.getLogger("");

  LogLines() {
    root.addHandler(this);
  }

  @Override
  public void publish(LogRecord record) {
    if (record.getLevel().intValue() >= Level.INFO.intValue()) {
      records.add(record);
    }
  }

  List<LogRecord> all() {
    return records;
  }

  /** The messages of a level. */
  List<String> at(Level level) {
    return records.stream()
        .filter(record -> record.getLevel().equals(level))
        .map(LogRecord::getMessage)
        .toList();
  }

  List<String> warnings() {
    return at(Level.WARNING);
  }

  /** Records with a stack trace, or of more than one line. */
  List<LogRecord> untidy() {
    return records.stream()
        .filter(r -> r.getThrown() != null || r.getMessage().contains("\n"))
        .toList();
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.removeHandler(this);
  }
}

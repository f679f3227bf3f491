// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what is logged with {@code java.util.logging} in this process. */
final class LogLines extends Handler {
  private static final Logger ROOT = Logger.getLogger("");

  private final List<String> lines = new CopyOnWriteArrayList<>();

  void open() {
    ROOT.addHandler(this);
  }

  @Override
  public void publish(LogRecord record) {
    lines.add(record.getLoggerName() + ": " + record.getMessage());
  }

  /** Everything. */
  List<String> all() {
    return lines;
  }

  /** Forgets what was logged so far. */
  void clear() {
    lines.clear();
  }

  /** What OpenTelemetry's context storage says when a scope is lost. */
  List<String> ofStorage() {
    return lines.stream().filter(line -> line.startsWith("io.opentelemetry.context.")).toList();
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    ROOT.removeHandler(this);
  }
}

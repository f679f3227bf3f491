// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.LoggerProvider;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Sends what the application logs by {@code java.util.logging} to OpenTelemetry, with the context
 * in which it was logged. One handler on the root logger, which goes when tracing closes.
 */
final class LogBridge extends Handler implements AutoCloseable {
  /** What the SDK says of its exports must not become an export. */
  private static final String SDK = "io.opentelemetry.";

  private static final AttributeKey<String> EXCEPTION_TYPE = stringKey("exception.type");
  private static final AttributeKey<String> EXCEPTION_MESSAGE = stringKey("exception.message");
  private static final AttributeKey<String> EXCEPTION_STACKTRACE =
      stringKey("exception.stacktrace");
  private static final AttributeKey<String> THREAD_NAME = stringKey("thread.name");
  private static final AttributeKey<Long> THREAD_ID = longKey("thread.id");

  /** In the context while a record is handed over: a processor may log, too. */
  private static final ContextKey<Boolean> BUSY = ContextKey.named("hopline-log-bridge");

  private static final Formatter MESSAGES = new SimpleFormatter();

  private final LoggerProvider logs;
  // Held, for the log manager holds loggers weakly.
  private final Logger root = Logger.getLogger("");

  private LogBridge(LoggerProvider logs) {
    this.logs = logs;
  }

  /** Starts to listen; null when nobody reads logs. */
  static @Nullable LogBridge open(OpenTelemetry openTelemetry) {
    Class<?> none = OpenTelemetry.noop().getLogsBridge().get(SDK).getClass();
    // The SDK has no other way to tell that nothing becomes of a log record.
    if (openTelemetry.getLogsBridge().get(SDK).getClass() == none) {
      return null;
    }
    LogBridge bridge = new LogBridge(openTelemetry.getLogsBridge());
    bridge.root.addHandler(bridge);
    return bridge;
  }

  @Override
  public void publish(LogRecord record) {
    Context context = Context.current();
    if (!isLoggable(record) || isOfSdk(record) || context.get(BUSY) != null) {
      return;
    }
    try (Scope busy = context.with(BUSY, true).makeCurrent()) {
      emit(record, context);
    } catch (RuntimeException broken) {
      Instrumentation.reportOnce(broken);
    }
  }

  private static boolean isOfSdk(LogRecord record) {
    String name = record.getLoggerName();
    return name != null && name.startsWith(SDK);
  }

  private void emit(LogRecord record, Context context) {
    Level level = record.getLevel();
    LogRecordBuilder log =
        logs.loggerBuilder(Objects.requireNonNullElse(record.getLoggerName(), ""))
            .build()
            .logRecordBuilder()
            .setContext(context)
            .setTimestamp(record.getInstant())
            .setSeverity(severity(level.intValue()))
            .setSeverityText(level.getName())
            .setAttribute(THREAD_NAME, Thread.currentThread().getName())
            .setAttribute(THREAD_ID, Thread.currentThread().getId());
    if (record.getMessage() != null) {
      log.setBody(MESSAGES.formatMessage(record));
    }
    if (record.getThrown() != null) {
      exception(log, record.getThrown());
    }
    log.emit();
  }

  private static void exception(LogRecordBuilder log, Throwable thrown) {
    log.setAttribute(EXCEPTION_TYPE, thrown.getClass().getName());
    if (thrown.getMessage() != null) {
      log.setAttribute(EXCEPTION_MESSAGE, thrown.getMessage());
    }
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    log.setAttribute(EXCEPTION_STACKTRACE, trace.toString());
  }

  /** As the data model of logs maps those of {@code java.util.logging}. */
  private static Severity severity(int level) {
    if (level >= Level.SEVERE.intValue()) {
      return Severity.ERROR;
    }
    if (level >= Level.WARNING.intValue()) {
      return Severity.WARN;
    }
    if (level >= Level.INFO.intValue()) {
      return Severity.INFO;
    }
    if (level >= Level.CONFIG.intValue()) {
      return Severity.DEBUG4;
    }
    if (level >= Level.FINE.intValue()) {
      return Severity.DEBUG;
    }
    return Severity.TRACE;
  }

  @Override
  public void flush() {
    // The SDK's processors do, in their own time.
  }

  @Override
  public void close() {
    root.removeHandler(this);
  }
}

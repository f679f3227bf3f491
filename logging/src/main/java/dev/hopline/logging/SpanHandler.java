// SPDX-License-Identifier: Apache-2.0
package dev.hopline.logging;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Adds the current span to the MDC of each record, in front of the handlers that print it.
 *
 * <p>To the record's and not to the thread's: on Quarkus a request changes threads, and what was
 * put on one would stay there. The thread that logs is the one that calls the first handler, so the
 * span is right whatever handlers behind it do later.
 */
final class SpanHandler extends ExtHandler {
  private final LogContext context;

  private SpanHandler(LogContext context) {
    this.context = context;
  }

  /** Null where JBoss LogManager is not the one that is used. */
  static @Nullable SpanHandler open() {
    if (!(LogManager.getLogManager() instanceof org.jboss.logmanager.LogManager)) {
      return null;
    }
    SpanHandler handler = new SpanHandler(LogContext.getLogContext());
    handler.loggers().forEach(handler::putFirst);
    return handler;
  }

  /** Handlers of a category are called before those of the root. */
  private Stream<Logger> loggers() {
    Set<String> names = new HashSet<>(Collections.list(context.getLoggerNames()));
    names.add("");
    return names.stream()
        .map(context::getLoggerIfExists)
        .filter(logger -> logger != null)
        .filter(logger -> logger.getName().isEmpty() || logger.getHandlers().length > 0);
  }

  private void putFirst(Logger logger) {
    Handler[] handlers;
    Handler[] withThis;
    do {
      handlers = logger.getHandlers();
      withThis = Stream.concat(Stream.of(this), Arrays.stream(handlers)).toArray(Handler[]::new);
    } while (!logger.compareAndSetHandlers(handlers, withThis));
  }

  @Override
  protected void doPublish(ExtLogRecord record) {
    SpanContext span = Span.current().getSpanContext();
    if (span.isValid()) {
      for (LogField field : LogField.values()) {
        // What the application has put there itself stays.
        if (record.getMdc(field.key) == null) {
          record.putMdc(field.key, field.of(span));
        }
      }
    }
  }

  @Override
  public void close() {
    loggers().forEach(logger -> logger.removeHandler(this));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.logging;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.logging.ErrorManager;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Adds the current span to the messages of {@code java.util.logging}, as {@code trace_id=…
 * span_id=… trace_flags=01}, and leaves the rest to another formatter. Outside of spans nothing is
 * added.
 *
 * <p>A {@code logging.properties} names it for a handler: {@code
 * java.util.logging.ConsoleHandler.formatter = dev.hopline.logging.TracingFormatter}. The other
 * formatter is the class that {@code dev.hopline.logging.TracingFormatter.formatter} names there,
 * by default {@link SimpleFormatter}. One that cannot be made is reported on the standard error
 * stream, and the default takes its place.
 *
 * <p>The span is that of the thread which formats: the one that logs, as the handlers of the JDK
 * format before they return. As safe for threads as the other formatter is.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/compatibility/logging_trace_context/">Trace
 *     Context in non-OTLP Log Formats</a>
 */
public final class TracingFormatter extends Formatter {
  private static final String FORMATTER = TracingFormatter.class.getName() + ".formatter";

  private final Formatter formatter;

  /** With the formatter that the log manager's configuration names. */
  public TracingFormatter() {
    this(configured(LogManager.getLogManager().getProperty(FORMATTER)));
  }

  /** With a formatter for all else. */
  public TracingFormatter(Formatter formatter) {
    this.formatter = formatter;
  }

  private static Formatter configured(@Nullable String name) {
    if (name != null && !name.isBlank()) {
      try {
        // Where the JDK looks for the formatters of its handlers, too.
        Class<?> type = ClassLoader.getSystemClassLoader().loadClass(name.strip());
        return (Formatter) type.getDeclaredConstructor().newInstance();
      } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
        Exception reason = e instanceof Exception exception ? exception : new Exception(e);
        new ErrorManager().error(FORMATTER + '=' + name, reason, ErrorManager.FORMAT_FAILURE);
      }
    }
    return new SimpleFormatter();
  }

  @Override
  public String format(LogRecord record) {
    SpanContext span = Span.current().getSpanContext();
    return formatter.format(span.isValid() ? copy(record, span) : record);
  }

  /** A copy, for other handlers have the record, too. */
  private LogRecord copy(LogRecord record, SpanContext span) {
    String message = formatter.formatMessage(record);
    String fields =
        LogField.SPECIFIED.stream()
            .map(field -> field.key + '=' + field.of(span))
            .collect(Collectors.joining(" "));
    LogRecord copy =
        new LogRecord(record.getLevel(), message == null ? fields : message + ' ' + fields);
    copy.setLoggerName(record.getLoggerName());
    copy.setInstant(record.getInstant());
    copy.setLongThreadID(record.getLongThreadID());
    copy.setSequenceNumber(record.getSequenceNumber());
    copy.setSourceClassName(record.getSourceClassName());
    copy.setSourceMethodName(record.getSourceMethodName());
    copy.setThrown(record.getThrown());
    return copy;
  }

  @Override
  public String getHead(Handler handler) {
    return formatter.getHead(handler);
  }

  @Override
  public String getTail(Handler handler) {
    return formatter.getTail(handler);
  }
}

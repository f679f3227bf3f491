// SPDX-License-Identifier: Apache-2.0
package dev.hopline.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code java.util.logging} with the file {@code logging.properties} of the tests. */
class JulTest extends LogContract {
  private static final Logger LOGGER = Logger.getLogger("shop");

  private static final String KEY = TracingFormatter.class.getName() + ".formatter";

  @Override
  void log(String message) {
    LOGGER.info(message);
  }

  @Override
  List<String> lines() {
    return Lines.of("jul.log");
  }

  @Test
  void message_keepsItsParametersAndItsCaller() {
    start("always_on");
    Span span = span();
    try (Scope ignored = span.makeCurrent()) {
      LOGGER.log(Level.WARNING, "{0} of '{'{1}'}'", new Object[] {1, 2});
      List<String> lines = lines();
      assertThat(lines.get(lines.size() - 1))
          .isEqualTo(
              "WARNING shop "
                  + JulTest.class.getName()
                  + " message_keepsItsParametersAndItsCaller 1 of {2} "
                  + fields(span));
    }
    span.end();
  }

  @Test
  void message_isInTheLanguageOfItsBundle_andTheRecordAsItWas() {
    start("always_on");
    LogRecord record = new LogRecord(Level.INFO, "greeting");
    record.setResourceBundle(new Greetings());
    record.setParameters(new Object[] {"Ada"});
    record.setThrown(new IllegalStateException("with a stack trace"));
    Formatter formatter = new TracingFormatter(new SimpleFormatter());
    Span span = span();
    try (Scope ignored = span.makeCurrent()) {
      assertThat(formatter.format(record))
          .contains("Hello, Ada! " + fields(span))
          .contains("IllegalStateException");
    }
    span.end();
    assertThat(formatter.format(record)).contains("Hello, Ada!").doesNotContain("trace_id");
    assertThat(record.getMessage()).isEqualTo("greeting");
  }

  @Test
  void recordWithoutMessage_hasTheSpan() {
    start("always_on");
    Span span = span();
    try (Scope ignored = span.makeCurrent()) {
      assertThat(
              new TracingFormatter(new SimpleFormatter()).format(new LogRecord(Level.INFO, null)))
          .contains(fields(span));
    }
    span.end();
  }

  @ParameterizedTest
  @CsvSource({
    "java.util.logging.XMLFormatter, <message>in XML %s</message>",
    "no.such.Formatter,              JulTest <init> in XML %s"
  })
  void configuredFormatter_getsTheMessageWithTheSpan(String name, String expected)
      throws IOException {
    start("always_on");
    configure(KEY + '=' + name);
    Span span = span();
    try (Scope ignored = span.makeCurrent()) {
      LogRecord record = new LogRecord(Level.INFO, "in XML");
      record.setSourceClassName("JulTest");
      record.setSourceMethodName("<init>");
      assertThat(new TracingFormatter().format(record)).contains(expected.formatted(fields(span)));
    } finally {
      configure(KEY + '=');
    }
    span.end();
  }

  /** Sets one key of the configuration, which stays as it is otherwise. */
  private static void configure(String line) throws IOException {
    LogManager.getLogManager()
        .updateConfiguration(
            new ByteArrayInputStream(line.getBytes(StandardCharsets.ISO_8859_1)),
            key -> (before, after) -> key.equals(KEY) ? after : before);
  }

  private static final class Greetings extends ListResourceBundle {
    @Override
    protected Object[][] getContents() {
      return new Object[][] {{"greeting", "Hello, {0}!"}};
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.Tracing;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.data.SpanData;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * An application in the container that is on the class path, Weld or OpenWebBeans: beans of a test,
 * and Hopline found as it is in any application.
 */
final class Application implements AutoCloseable {
  private static final Logger LOGGER = Logger.getLogger("dev.hopline");

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final LogLines log = new LogLines();
  private final Map<String, String> properties;
  private final SeContainer container;

  private Application(
      SeContainerInitializer initializer, Map<String, String> properties, Class<?>... beans) {
    this.properties = properties;
    properties.forEach(System::setProperty);
    LOGGER.addHandler(log);
    container = initializer.addBeanClasses(beans).initialize();
  }

  /** With tracing on. */
  static Application start(Class<?>... beans) {
    return start(SeContainerInitializer.newInstance(), beans);
  }

  /** With tracing on, in a container that is set up in a way of its own. */
  static Application start(SeContainerInitializer initializer, Class<?>... beans) {
    return new Application(initializer, Map.of("otel.sdk.disabled", "false"), beans);
  }

  /** With these system properties, which are gone after the end. */
  static Application start(Map<String, String> properties, Class<?>... beans) {
    return new Application(SeContainerInitializer.newInstance(), properties, beans);
  }

  <T> T bean(Class<T> type) {
    return container.select(type).get();
  }

  /** All spans that have ended, in the order of their ends. */
  List<SpanData> spans() {
    OpenTelemetrySdk sdk = (OpenTelemetrySdk) Tracing.current().openTelemetry();
    assertThat(sdk.getSdkTracerProvider().forceFlush().join(LIMIT.toSeconds(), SECONDS).isSuccess())
        .isTrue();
    return InboxProvider.newest.getFinishedSpanItems();
  }

  /**
   * So many spans, and no more. The SDK may take a flush for the one before it that is just ending,
   * and return before the newest spans are there: so it is asked again.
   */
  List<SpanData> spans(int count) {
    long start = System.nanoTime();
    List<SpanData> spans = spans();
    while (spans.size() < count && System.nanoTime() - start < LIMIT.toNanos()) {
      spans = spans();
    }
    assertThat(spans).hasSize(count);
    return spans;
  }

  SpanData onlySpan() {
    return spans(1).get(0);
  }

  /** The next test's beginning: an empty inbox, and a thread that this one left as it was. */
  void reset() {
    assertThat(Context.current()).as("context of this thread").isSameAs(Context.root());
    spans();
    InboxProvider.newest.reset();
  }

  /** What Hopline logged, with the level in front. */
  List<String> log() {
    return log.lines;
  }

  List<String> warnings() {
    return log.lines.stream().filter(line -> !line.startsWith("INFO")).toList();
  }

  @Override
  public void close() {
    end();
    assertThat(Tracing.current()).as("tracing after its application").isNull();
  }

  /** Closes what may leave a tracing open. */
  void end() {
    try {
      container.close();
      assertThat(Context.current()).as("context of this thread").isSameAs(Context.root());
    } finally {
      LOGGER.removeHandler(log);
      properties.keySet().forEach(System::clearProperty);
    }
  }

  private static final class LogLines extends Handler {
    final List<String> lines = new ArrayList<>();
    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public synchronized void publish(LogRecord record) {
      lines.add(record.getLevel() + " " + formatter.formatMessage(record));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the SDK's own lines about our exports out of the application's log: {@link ExportHealth}
 * says the same in one line in place of forty. It is a filter on the SDK's loggers from start to
 * close; a filter that was there before still has its say, and is there alone afterwards. Lines
 * about exports of another SDK in the same process pass.
 */
final class SdkLog implements AutoCloseable {
  private static final String PREFIX = "io.opentelemetry.";
  private static final List<String> EXPORTERS =
      List.of(
          PREFIX + "exporter.internal.http.HttpExporter",
          PREFIX + "exporter.internal.grpc.GrpcExporter",
          // Where they are since 1.63.
          PREFIX + "exporter.otlp.internal.HttpExporter",
          PREFIX + "exporter.otlp.internal.GrpcExporter",
          PREFIX + "sdk.metrics.export.PeriodicMetricReader");
  private static final List<String> FLOODS =
      List.of(
          // Since 1.64 a stack trace for each malformed member of a header that anybody may send.
          PREFIX + "api.baggage.propagation.Parser",
          PREFIX + "api.baggage.propagation.W3CBaggagePropagator",
          PREFIX + "exporter.sender.jdk.internal.JdkHttpSender",
          PREFIX + "sdk.trace.export.BatchSpanProcessor",
          PREFIX + "sdk.logs.export.BatchLogRecordProcessor");
  private static final List<String> BUILDERS =
      List.of(
          PREFIX + "sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder",
          // It prints the endpoint with its password.
          PREFIX + "exporter.otlp.internal.OtlpConfigUtil");

  private final List<Link> links;
  private volatile @Nullable Thread builder = Thread.currentThread();

  SdkLog(ExportWatch watch) {
    this.links =
        Stream.of(
                EXPORTERS.stream()
                    .map(name -> new Link(name, record -> !isBuilder() && !isOurs(record, watch))),
                FLOODS.stream().map(name -> new Link(name, new OncePerMinute())),
                BUILDERS.stream().map(name -> new Link(name, record -> !isBuilder())))
            .flatMap(Function.identity())
            .toList();
    links.forEach(Link::install);
  }

  private static boolean isOurs(LogRecord record, ExportWatch watch) {
    String message = Objects.requireNonNullElse(record.getMessage(), "");
    return watch.takes(message)
        || message.startsWith("Calling shutdown() multiple times")
        || (watch.isDoubtful() && isSecondary(message));
  }

  /** Lines that follow the failure that was told already. */
  private static boolean isSecondary(String message) {
    return message.startsWith("Too many log messages") || message.equals("Exporter failed");
  }

  private boolean isBuilder() {
    return Thread.currentThread() == builder;
  }

  /** From now on the SDK is built, and what another thread builds is not ours. */
  void built() {
    builder = null;
  }

  @Override
  public void close() {
    links.forEach(Link::remove);
  }

  /** Lets one line a minute pass, and that without its stack trace. */
  private static final class OncePerMinute implements Filter {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    @Override
    public boolean isLoggable(LogRecord record) {
      if (record.getLevel().intValue() < Level.WARNING.intValue()) {
        return true;
      }
      Throwable thrown = record.getThrown();
      if (thrown != null) {
        record.setMessage(record.getMessage() + ": " + thrown);
        record.setThrown(null);
      }
      long now = System.nanoTime();
      long due = next.get();
      return now - due >= 0 && next.compareAndSet(due, now + MINUTE);
    }
  }

  /** One filter in the chain of a logger. */
  private static final class Link implements Filter {
    private final Logger logger; // Held, for the log manager holds loggers weakly.
    private final Filter filter;
    private volatile @Nullable Filter previous;
    private volatile boolean removed;

    Link(String name, Filter filter) {
      this.logger = Logger.getLogger(name);
      this.filter = filter;
    }

    void install() {
      synchronized (logger) {
        previous = logger.getFilter();
        logger.setFilter(this);
      }
    }

    @Override
    public boolean isLoggable(LogRecord record) {
      Filter before = previous;
      return (removed || filter.isLoggable(record))
          && (before == null || before.isLoggable(record));
    }

    /** Takes this link out, from the middle too. Under a foreign filter it stays and says yes. */
    void remove() {
      removed = true;
      synchronized (logger) {
        if (logger.getFilter() == this) {
          logger.setFilter(previous);
          return;
        }
        Filter above = logger.getFilter();
        while (above instanceof Link link) {
          if (link.previous == this) {
            link.previous = previous;
            return;
          }
          above = link.previous;
        }
      }
    }
  }
}

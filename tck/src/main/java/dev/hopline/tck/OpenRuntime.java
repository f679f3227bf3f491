// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.ContextStorage;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * The runtime of a contract, open for all its tests, and the spans that it exports. After each test
 * no span may be left, and after the last one no scope. What a test then has come to is judged and
 * reported by {@link CaseReport}.
 */
abstract class OpenRuntime
    implements BeforeAllCallback,
        TestExecutionExceptionHandler,
        AfterEachCallback,
        AfterAllCallback {
  static final Map<String, String> SETTINGS =
      Map.of(
          "otel.bsp.schedule.delay", "20",
          "otel.bsp.max.queue.size", "16384",
          "otel.metrics.exporter", "none",
          "otel.logs.exporter", "none");

  private final AutoCloseable runtime;
  private final TestedRuntime tested;
  private final OtlpReceiver receiver = OtlpReceiver.open();
  private @Nullable CaseReport report;
  private @Nullable Throwable thrown;

  /** What this process logs. */
  final LogLines log = new LogLines();

  /** What the application exported and no test has taken yet. */
  final SpanInbox spans = SpanInbox.of(receiver);

  <R extends TestedRuntime & AutoCloseable> OpenRuntime(R runtime) {
    this.runtime = runtime;
    this.tested = runtime;
  }

  /** What gets all that the application exports. */
  final OtlpReceiver receiver() {
    return receiver;
  }

  /** Opens the runtime, which is to export to the receiver. */
  abstract void open(URI otlpEndpoint) throws Exception;

  /** Waits until the spans of all that was ended before have arrived. */
  abstract void settle() throws Exception;

  @Override
  public final void beforeAll(ExtensionContext context) throws Exception {
    log.open();
    open(receiver.endpoint());
    report = ContractCase.report(context, tested);
    report.open();
  }

  /** Keeps it until the spans have been looked at, too. */
  @Override
  public final void handleTestExecutionException(ExtensionContext context, Throwable thrown) {
    this.thrown = thrown;
  }

  @Override
  public final void afterEach(ExtensionContext context) throws Exception {
    Throwable failure = context.getExecutionException().orElse(thrown);
    thrown = null;
    try {
      settle();
      spans.assertEmpty();
      assertThat(log.ofStorage()).as("complaints of OpenTelemetry's context storage").isEmpty();
    } catch (Exception | AssertionError left) {
      if (failure == null) {
        failure = left;
      } else {
        failure.addSuppressed(left);
      }
    }
    ContractCase now = ContractCase.of(context);
    rethrow(Objects.requireNonNull(report).judge(now.contract(), now.name(), failure));
  }

  private static void rethrow(@Nullable Throwable verdict) throws Exception {
    if (verdict instanceof Error error) {
      throw error;
    }
    if (verdict != null) {
      throw (Exception) verdict;
    }
  }

  @Override
  public final void afterAll(ExtensionContext context) throws Exception {
    runtime.close();
    receiver.close();
    log.close();
    // With strict storage, in this process: throws the place where a scope was left open.
    try (AutoCloseable strict = ContextStorage.get() instanceof AutoCloseable c ? c : null) {
      spans.assertEmpty();
    }
  }
}

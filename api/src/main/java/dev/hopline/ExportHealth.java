// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.sdk.common.CompletableResultCode;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether one exporter works: a line in the log when it begins to fail, a line when it works again,
 * silence in between. Exporters that fail for the same reason at the same collector share the first
 * line. Whatever an exporter throws ends here.
 */
final class ExportHealth {
  private static final Pattern FAILED = Pattern.compile("Failed to export (?:\\d+ )?([a-z]+)");

  private final String signal;
  private final String target;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicBoolean failing = new AtomicBoolean();
  private final AtomicLong lost = new AtomicLong();
  private final ExportLog log;
  private volatile @Nullable ExportFailure noted;
  private volatile String trouble = "";

  /**
   * @param signal {@code spans}, {@code metrics} or {@code logs}, as in the SDK's own messages
   * @param target where to, without secrets
   * @param log where lines go
   */
  ExportHealth(String signal, String target, ExportLog log) {
    this.signal = signal;
    this.target = target;
    this.log = log;
  }

  CompletableResultCode watch(Object exporter, int count, Supplier<CompletableResultCode> export) {
    inFlight.incrementAndGet();
    CompletableResultCode result = guarded(exporter, export);
    return result.whenComplete(() -> done(count, result));
  }

  /**
   * The result of the call, a failure when it throws. The SDK's threads have no class loader, and
   * an exporter that is a bean, or asks one, is then not found by the CDI of Payara.
   */
  static CompletableResultCode guarded(Object exporter, Supplier<CompletableResultCode> call) {
    Thread thread = Thread.currentThread();
    boolean bare = thread.getContextClassLoader() == null;
    try {
      if (bare) {
        thread.setContextClassLoader(exporter.getClass().getClassLoader());
      }
      return call.get();
    } catch (RuntimeException | LinkageError e) {
      return CompletableResultCode.ofExceptionalFailure(e);
    } finally {
      if (bare) {
        thread.setContextClassLoader(null);
      }
    }
  }

  private void done(int count, CompletableResultCode result) {
    inFlight.decrementAndGet();
    if (!log.isOpen()) {
      // The application may be gone, and with it what would be loaded to tell of this.
      return;
    }
    if (result.isSuccess()) {
      if (failing.compareAndSet(true, false)) {
        log.ended(trouble);
        long missing = lost.getAndSet(0);
        log.info(target + " takes " + signal + " again, lost meanwhile: " + missing);
      }
      return;
    }
    long missing = lost.addAndGet(count);
    ExportFailure known = noted;
    noted = null;
    if (failing.compareAndSet(false, true)) {
      ExportFailure why = known == null ? ExportFailure.of(result.getFailureThrowable()) : known;
      trouble = collector() + ": " + why.cause();
      if (log.began(trouble)) {
        log.warning(failureLine(missing, why));
      }
    }
  }

  private String failureLine(long missing, ExportFailure why) {
    String line = "Cannot send " + signal + " to " + target + ": " + why.cause() + ", " + missing;
    String cure =
        Endpoint.hasOtherPort(target, "http/protobuf")
            ? "4317 is usually gRPC's port and 4318 that of http/protobuf."
            : why.cure();
    return line + " lost. " + cure + " Silence about all that goes there until it works again.";
  }

  /** The target without what differs from one signal to the next. */
  private String collector() {
    int path = target.indexOf('/', target.indexOf("://") + 3);
    return path < 0 ? target : target.substring(0, path);
  }

  /** Takes a message of the SDK about an export of ours; false when it must be another's. */
  boolean takes(String message) {
    // Since 1.63 with a count: "Failed to export 5 spans."
    Matcher failed = FAILED.matcher(message);
    if (inFlight.get() == 0 || !failed.lookingAt() || !failed.group(1).equals(signal)) {
      return false;
    }
    ExportFailure failure = ExportFailure.ofMessage(message);
    if (failure != null) {
      noted = failure;
    }
    return true;
  }

  boolean isBusy() {
    return inFlight.get() > 0;
  }

  boolean isFailing() {
    return failing.get();
  }

  String target() {
    return target;
  }
}

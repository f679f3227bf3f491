// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The SDK of one {@link Tracing}, from its build to its bounded end. */
final class RunningSdk {
  private static final Logger LOG = Logger.getLogger(Tracing.class.getName());

  /** Supervisors kill after 10 s and more; half of that is left to the application. */
  private static final long CLOSE_MILLIS = 5_000;

  /** Longer than the SDK can take: five batches' timeouts. The closing thread is a daemon. */
  private static final long SHUTDOWN_SECONDS = 60;

  private final OpenTelemetrySdk sdk;
  private final ExportWatch watch;
  private final SdkLog sdkLog;
  private final List<AutoCloseable> sources;
  private volatile @Nullable Thread exitHook;

  private RunningSdk(
      OpenTelemetrySdk sdk, ExportWatch watch, SdkLog sdkLog, List<AutoCloseable> sources) {
    this.sdk = sdk;
    this.watch = watch;
    this.sdkLog = sdkLog;
    this.sources = sources;
  }

  /** Null when tracing is disabled or cannot be built, which is said in one line. */
  static @Nullable RunningSdk start(Settings settings) {
    if (settings.isTrue(Settings.DISABLED)) {
      return null;
    }
    ExportWatch watch = new ExportWatch();
    SdkLog sdkLog = new SdkLog(watch);
    try {
      SdkBuild build = new Repair<>(settings, s -> new SdkBuild(s, watch), LOG::warning).build();
      sdkLog.built();
      watch.log().open();
      LOG.info(build.summary());
      return new RunningSdk(build.sdk(), watch, sdkLog, sources(build.sdk(), settings));
    } catch (RuntimeException e) {
      sdkLog.close();
      LOG.severe("Tracing is disabled: " + Cells.visible(Repair.message(e)));
    } catch (LinkageError | ServiceConfigurationError e) {
      sdkLog.close();
      LOG.severe(
          "Tracing is disabled, OpenTelemetry's jars do not fit together (import hopline-bom"
              + " first): "
              + Cells.visible(e.toString()));
    }
    return null;
  }

  /** What else is told than what the application does. */
  private static List<AutoCloseable> sources(OpenTelemetrySdk sdk, Settings settings) {
    List<AutoCloseable> open = new ArrayList<>();
    AutoCloseable metrics = settings.isFalse(Settings.JVM_METRICS) ? null : JvmMetrics.open(sdk);
    if (metrics != null) {
      open.add(metrics);
    }
    LogBridge bridge = settings.isFalse(Settings.LOG_BRIDGE) ? null : LogBridge.open(sdk);
    if (bridge != null) {
      open.add(bridge);
    }
    return open;
  }

  OpenTelemetry openTelemetry() {
    return sdk;
  }

  /** Runs the action when the virtual machine ends, unless closed before. */
  void atExit(Runnable action) {
    Thread hook = new Thread(action, "hopline-exit");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
      exitHook = hook;
    } catch (IllegalStateException e) {
      LOG.fine("Started while the virtual machine ends: nothing will close it.");
    }
  }

  void close() {
    if (Thread.currentThread() == exitHook) {
      watch.log().exiting();
    }
    removeExitHook();
    closeSources();
    // On a thread of its own: parts of the SDK wait for their last export in shutdown() itself.
    Thread closer = new Thread(this::shutdown, "hopline-close");
    closer.setDaemon(true);
    closer.start();
    try {
      closer.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    List<String> pending = watch.pending();
    if (closer.isAlive() && !pending.isEmpty()) {
      String targets = String.join(" and ", pending);
      watch.log().warning("Closed without an answer of " + targets + ": spans may be lost.");
    }
    watch.log().close();
  }

  private void closeSources() {
    for (AutoCloseable source : sources) {
      try {
        source.close();
      } catch (Exception e) {
        LOG.log(Level.FINE, "Not closed", e);
      }
    }
  }

  private void shutdown() {
    sdk.shutdown().join(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    sdkLog.close();
  }

  private void removeExitHook() {
    Thread hook = exitHook;
    if (hook == null || hook == Thread.currentThread()) {
      return;
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.finest("The virtual machine ends; the hook will find nothing to do.");
    }
  }
}

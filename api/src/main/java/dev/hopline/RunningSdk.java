// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The SDK of one {@link Tracing}, from its build to its bounded end. */
final class RunningSdk {
  private static final Logger LOG = Logger.getLogger(Tracing.class.getName());

  /** A supervisor kills after 10 s at the earliest; half of it is the application's. */
  private static final long CLOSE_MILLIS = 5_000;

  private final OpenTelemetrySdk sdk;
  private volatile @Nullable Thread exitHook;

  private RunningSdk(OpenTelemetrySdk sdk) {
    this.sdk = sdk;
  }

  /** Null when tracing is disabled or cannot be built. */
  static @Nullable RunningSdk start(Settings settings) {
    if (settings.isTrue(Settings.DISABLED)) {
      return null;
    }
    try {
      return new RunningSdk(build(settings));
    } catch (RuntimeException | LinkageError e) {
      LOG.log(Level.SEVERE, "Tracing is disabled: {0}", e.toString());
      return null;
    }
  }

  private static OpenTelemetrySdk build(Settings settings) {
    return AutoConfiguredOpenTelemetrySdk.builder()
        .setServiceClassLoader(RunningSdk.class.getClassLoader())
        .disableShutdownHook()
        .addPropertiesSupplier(() -> defaults(settings))
        .addPropertiesCustomizer(config -> Exporters.withoutTree(settings).overrides())
        .addTracerProviderCustomizer((provider, config) -> withTree(provider, settings))
        .build()
        .getOpenTelemetrySdk();
  }

  private static SdkTracerProviderBuilder withTree(
      SdkTracerProviderBuilder provider, Settings settings) {
    return Exporters.hasTree(settings) ? provider.addSpanProcessor(new TreeProcessor()) : provider;
  }

  /** The weakest settings; all else is left to the SDK's own defaults. */
  private static Map<String, String> defaults(Settings settings) {
    Map<String, String> defaults = new HashMap<>();
    // The one sender on our class path is the JDK's, and it has no gRPC.
    defaults.put("otel.exporter.otlp.protocol", "http/protobuf");
    if (Exporters.local(settings)) {
      defaults.put(Settings.METRICS_EXPORTER, Exporters.NONE);
      defaults.put(Settings.LOGS_EXPORTER, Exporters.NONE);
    }
    return defaults;
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
    removeExitHook();
    // On a thread of its own: parts of the SDK wait for their last export in shutdown() itself.
    Thread closer = new Thread(sdk::close, "hopline-close");
    closer.setDaemon(true);
    closer.start();
    try {
      closer.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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

// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One SDK by autoconfiguration, and what it was made of. */
final class SdkBuild {
  /** The SDK has no limit, but anybody may send long headers, and exceptions have long messages. */
  private static final String LONGEST_VALUE = "16384";

  private final Settings settings;
  private final OpenTelemetrySdk sdk;
  private Resource resource = Resource.empty();
  private @Nullable ConfigProperties config;

  /** Builds at once; throws what autoconfiguration throws. */
  SdkBuild(Settings settings, ExportWatch watch) {
    this.settings = settings;
    var builder =
        AutoConfiguredOpenTelemetrySdk.builder()
            .setServiceClassLoader(OwnServices.loader())
            .disableShutdownHook()
            .addPropertiesSupplier(this::defaults)
            // A customizer, for what a supplier says is weaker than the environment.
            .addPropertiesCustomizer(ignored -> overrides())
            .addResourceCustomizer(
                (resource, ignored) -> {
                  this.resource = resource;
                  return resource;
                })
            .addPropagatorCustomizer((propagator, ignored) -> stricter(propagator))
            .addSamplerCustomizer((sampler, ignored) -> new QuietSampler(sampler))
            .addTracerProviderCustomizer(this::tracerProvider);
    watch.addTo(builder);
    this.sdk = builder.build().getOpenTelemetrySdk();
  }

  /** Ours for {@code tracecontext} and {@code baggage}; all others are as they are. */
  private static TextMapPropagator stricter(TextMapPropagator propagator) {
    if (propagator instanceof W3CTraceContextPropagator) {
      return TraceContextPropagator.INSTANCE;
    }
    return propagator instanceof W3CBaggagePropagator ? BaggagePropagator.INSTANCE : propagator;
  }

  /** The weakest settings; all else is left to the SDK's own defaults. */
  private Map<String, String> defaults() {
    Map<String, String> defaults = new HashMap<>();
    // The one sender on our class path is the JDK's, and it has no gRPC.
    defaults.put("otel.exporter.otlp.protocol", "http/protobuf");
    defaults.put(Settings.VALUE_LENGTH, LONGEST_VALUE);
    if (Exporters.local(settings)) {
      defaults.put(Settings.METRICS_EXPORTER, Exporters.NONE);
      defaults.put(Settings.LOGS_EXPORTER, Exporters.NONE);
    }
    return defaults;
  }

  private SdkTracerProviderBuilder tracerProvider(
      SdkTracerProviderBuilder provider, ConfigProperties config) {
    this.config = config;
    return Exporters.hasTree(settings) ? provider.addSpanProcessor(new TreeProcessor()) : provider;
  }

  /** What the SDK is to see; a key that counts as unset falls back to our default. */
  private Map<String, String> overrides() {
    Map<String, String> overrides = Exporters.withoutTree(settings).overrides();
    Map<String, String> defaults = defaults();
    overrides.replaceAll((key, value) -> value == null ? defaults.get(key) : value);
    return overrides;
  }

  OpenTelemetrySdk sdk() {
    return sdk;
  }

  /** What was started, in one line without secrets. */
  String summary() {
    return config == null
        ? "Tracing is on." // The declarative configuration file says the rest.
        : new StartSummary(settings, config, resource).toString();
  }
}

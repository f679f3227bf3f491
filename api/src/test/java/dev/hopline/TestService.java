// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The spans and metrics of one service, made as by {@link Tracing} but kept in memory. */
final class TestService implements AutoCloseable {
  static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  static final String PARENT = "b7ad6b7169203331";

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
  private final List<String> warnings = new ArrayList<>();
  final OpenTelemetrySdk sdk;
  final HttpServerTracing server;
  final HttpClientTracing client;

  TestService(Map<String, String> settings) {
    this(settings, Sampler.parentBased(Sampler.alwaysOn()));
  }

  TestService(Map<String, String> settings, Sampler sampler) {
    ExportHealth health = new ExportHealth("spans", "memory", new ExportLog());
    this.sdk =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .setSampler(new QuietSampler(sampler))
                    .addSpanProcessor(
                        SimpleSpanProcessor.create(new WatchedSpanExporter(exporter, health)))
                    .build())
            .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(metrics).build())
            .setPropagators(
                ContextPropagators.create(
                    TextMapPropagator.composite(
                        TraceContextPropagator.INSTANCE, BaggagePropagator.INSTANCE)))
            .build();
    SettingsReader reader = new SettingsReader(Settings.of(settings), warnings::add);
    reader.checkKeys(HttpSettings.keys());
    HttpSettings http = new HttpSettings(reader);
    this.server = new HttpServerTracing(sdk, http);
    this.client = new HttpClientTracing(sdk, http);
  }

  static HttpSettings settings(Map<String, String> settings) {
    return new HttpSettings(new SettingsReader(Settings.of(settings), line -> {}));
  }

  static String traceparent(String flags) {
    return "00-" + TRACE + '-' + PARENT + '-' + flags;
  }

  HttpSpan start(TestRequest request) {
    return server.start(request, TestRequest.READER);
  }

  List<String> warnings() {
    return warnings;
  }

  List<SpanData> spans() {
    return exporter.getFinishedSpanItems();
  }

  /** The spans so far, each of them once. */
  List<SpanData> take() {
    List<SpanData> taken = spans();
    exporter.reset();
    return taken;
  }

  SpanData only() {
    assertThat(spans()).hasSize(1);
    return spans().get(0);
  }

  /** The points of {@code http.server.request.duration}; none if there is no such metric. */
  Collection<HistogramPointData> points() {
    return metrics.collectAllMetrics().stream()
        .filter(metric -> metric.getName().equals("http.server.request.duration"))
        .flatMap(metric -> metric.getHistogramData().getPoints().stream())
        .toList();
  }

  /** All attributes of the only span, as text. */
  Map<String, String> attributes() {
    Map<String, String> all = new HashMap<>();
    only().getAttributes().forEach((key, value) -> all.put(key.getKey(), value.toString()));
    return all;
  }

  @Override
  public void close() {
    sdk.close();
  }
}

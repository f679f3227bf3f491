// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the SDK's own exporter sends is what the receiver hands on. */
class OtlpHistogramsTest {
  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("method");

  private final OtlpReceiver receiver = OtlpReceiver.open();
  private final BlockingQueue<List<ReceivedHistogram>> received = new LinkedBlockingQueue<>();

  OtlpHistogramsTest() {
    receiver.onHistograms(received::add);
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "gzip"})
  void histogram_arrivesAsTheSdkSentIt(String compression) {
    try (SdkMeterProvider sdk = sdk(compression, Duration.ofMinutes(1))) {
      Meter meter = sdk.get("scope");
      DoubleHistogram histogram =
          meter
              .histogramBuilder("took")
              .setUnit("s")
              .setExplicitBucketBoundariesAdvice(List.of(0.5, 1.0))
              .build();
      histogram.record(0.25, Attributes.of(METHOD, "GET"));
      histogram.record(0.75, Attributes.of(METHOD, "GET"));
      histogram.record(2, Attributes.of(METHOD, "GET"));
      histogram.record(0.5, Attributes.of(METHOD, "PUT"));
      meter.counterBuilder("no.histogram").build().add(1);
    }

    List<ReceivedHistogram> export = received.remove();
    assertThat(export)
        .extracting(ReceivedHistogram::attributes)
        .containsExactlyInAnyOrder(Map.of("method", "GET"), Map.of("method", "PUT"));
    ReceivedHistogram gets =
        export.stream().filter(s -> s.attributes().containsValue("GET")).findFirst().orElseThrow();
    assertThat(gets.name()).isEqualTo("took");
    assertThat(gets.unit()).isEqualTo("s");
    assertThat(gets.scope()).isEqualTo("scope");
    assertThat(gets.count()).isEqualTo(3);
    assertThat(gets.sum()).isEqualTo(3);
    assertThat(gets.bounds()).containsExactly(0.5, 1.0);
    assertThat(gets.bucketCounts()).containsExactly(1L, 1L, 1L);
    assertThat(gets.timeNanos()).isPositive();
  }

  @Test
  void inbox_hasWhatWasRecordedBefore() {
    HistogramInbox inbox = HistogramInbox.of(receiver);
    try (SdkMeterProvider sdk = sdk("none", Duration.ofMillis(10))) {
      DoubleHistogram histogram = sdk.get("scope").histogramBuilder("took").build();
      for (int count = 1; count <= 5; count++) {
        histogram.record(1);

        assertThat(inbox.collect("took"))
            .singleElement()
            .extracting(ReceivedHistogram::count)
            .isEqualTo((long) count);
      }
    }
  }

  @Test
  void bytes_areHandedOnUncompressed() {
    BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
    receiver.onBody(body -> bodies.add(new String(body, StandardCharsets.UTF_8)));
    try (SdkMeterProvider sdk = sdk("gzip", Duration.ofMinutes(1))) {
      sdk.get("scope").counterBuilder("some.counter").build().add(1);
    }

    assertThat(bodies).singleElement().asString().contains("some.counter");
  }

  private SdkMeterProvider sdk(String compression, Duration interval) {
    OtlpHttpMetricExporter exporter =
        OtlpHttpMetricExporter.builder()
            .setEndpoint(receiver.endpoint() + "/v1/metrics")
            .setCompression(compression)
            .build();
    return SdkMeterProvider.builder()
        .registerMetricReader(PeriodicMetricReader.builder(exporter).setInterval(interval).build())
        .build();
  }
}

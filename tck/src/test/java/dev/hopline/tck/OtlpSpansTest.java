// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the SDK's own exporter sends is what the receiver hands on. */
class OtlpSpansTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "b7ad6b7169203331";

  private final OtlpReceiver receiver = OtlpReceiver.open();
  private final BlockingQueue<ReceivedSpan> received = new LinkedBlockingQueue<>();

  OtlpSpansTest() {
    receiver.onSpan(received::add);
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "gzip"})
  void span_arrivesAsTheSdkSentIt(String compression) {
    try (SdkTracerProvider sdk = sdk(compression)) {
      Span span =
          sdk.get("scope")
              .spanBuilder("GET /books/{id}")
              .setParent(Context.root().with(Span.wrap(remoteParent())))
              .setSpanKind(SpanKind.SERVER)
              .setStartTimestamp(Instant.ofEpochSecond(1_700_000_000L, 5))
              .startSpan();
      span.setAttribute("text", "gr\u00fcn").setAttribute("count", 3).setAttribute("yes", true);
      span.setAttribute("part", 0.5);
      span.setAttribute(AttributeKey.stringArrayKey("list"), List.of("a", "b"));
      span.setStatus(StatusCode.ERROR, "why");
      span.addEvent("seen", Attributes.of(AttributeKey.longKey("at"), 7L));
      span.recordException(new IllegalStateException("boom"));
      span.end(Instant.ofEpochSecond(1_700_000_001L, 6));
    }

    assertThat(received).hasSize(1);
    ReceivedSpan span = received.remove();
    assertThat(span.traceId()).isEqualTo(TRACE);
    assertThat(span.spanId()).matches("[0-9a-f]{16}").isNotEqualTo(PARENT);
    assertThat(span.parentSpanId()).isEqualTo(PARENT);
    assertThat(span.isRoot()).isFalse();
    assertThat(span.traceState()).isEqualTo("vendor=1");
    assertThat(span.flags() & 0xff).isEqualTo(1);
    assertThat(span.name()).isEqualTo("GET /books/{id}");
    assertThat(span.kind()).isEqualTo(SpanKind.SERVER);
    assertThat(span.startNanos()).isEqualTo(1_700_000_000_000_000_005L);
    assertThat(span.endNanos()).isEqualTo(1_700_000_001_000_000_006L);
    assertThat(span.attributes())
        .isEqualTo(
            Map.of(
                "text",
                "gr\u00fcn",
                "count",
                3L,
                "yes",
                true,
                "part",
                0.5,
                "list",
                List.of("a", "b")));
    assertThat(span.status()).isEqualTo(StatusCode.ERROR);
    assertThat(span.statusDescription()).isEqualTo("why");
    assertThat(span.events())
        .element(0)
        .isEqualTo(new ReceivedSpan.Event("seen", Map.of("at", 7L)));
    assertThat(span.exceptions())
        .singleElement()
        .satisfies(
            exception ->
                assertThat(exception)
                    .containsEntry("exception.type", "java.lang.IllegalStateException")
                    .containsEntry("exception.message", "boom"));
    assertThat(span.service()).isEqualTo("books");
    assertThat(span.resource()).containsEntry("zone", "a");
    assertThat(span.scope()).isEqualTo("scope");
  }

  @Test
  void rootSpan_hasNoParent() {
    try (SdkTracerProvider sdk = sdk("none")) {
      sdk.get("scope").spanBuilder("root").setNoParent().startSpan().end();
    }

    assertThat(received).singleElement().matches(ReceivedSpan::isRoot);
  }

  private SdkTracerProvider sdk(String compression) {
    OtlpHttpSpanExporter exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(receiver.endpoint() + "/v1/traces")
            .setCompression(compression)
            .setTimeout(Duration.ofSeconds(10))
            .build();
    return SdkTracerProvider.builder()
        .setResource(
            Resource.create(
                Attributes.builder().put("service.name", "books").put("zone", "a").build()))
        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
        .build();
  }

  private static SpanContext remoteParent() {
    return SpanContext.createFromRemoteParent(
        TRACE, PARENT, TraceFlags.getSampled(), TraceState.builder().put("vendor", "1").build());
  }
}

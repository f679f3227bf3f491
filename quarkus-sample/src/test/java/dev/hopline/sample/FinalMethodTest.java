// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.Traced;
import dev.hopline.Tracing;
import dev.hopline.tck.OtlpReceiver;
import dev.hopline.tck.ReceivedSpan;
import dev.hopline.tck.SpanInbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Quarkus takes the {@code final} from the methods of a bound class, which no other container can.
 */
@QuarkusTest
class FinalMethodTest {
  @Inject Shop shop;

  @Test
  void finalMethodsOfTracedClass_areSpans_andNotReported() throws IOException {
    try (OtlpReceiver receiver = OtlpReceiver.open()) {
      SpanInbox spans = SpanInbox.of(receiver);
      Map<String, String> settings = Map.of("otel.metrics.exporter", "none");
      try (Tracing tracing =
          Tracing.builder("tck").otlpEndpoint(receiver.endpoint()).properties(settings).start()) {
        shop.last();
        shop.named();
      }
      assertThat(spans.take(2))
          .extracting(ReceivedSpan::name)
          .containsExactly("Shop.last", "named");
    }
    assertThat(Files.readString(BuildLog.FILE)).doesNotContain(Shop.class.getName());
  }

  @Traced
  @ApplicationScoped
  static class Shop {
    final void last() {}

    @Traced(operationName = "named")
    final void named() {}
  }
}

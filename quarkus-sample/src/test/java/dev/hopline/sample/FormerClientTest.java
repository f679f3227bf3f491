// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.Tracing;
import dev.hopline.tck.OtlpReceiver;
import dev.hopline.tck.SpanInbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.opentracing.Traced;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.Test;

/** MicroProfile REST clients whose interfaces have the annotation of MicroProfile OpenTracing. */
@QuarkusTest
class FormerClientTest {
  @ConfigProperty(name = "test.url")
  URI base;

  @Test
  void optedOutCall_isNoClientSpan_andAnotherIsOne() {
    try (OtlpReceiver receiver = OtlpReceiver.open()) {
      SpanInbox spans = SpanInbox.of(receiver);
      Map<String, String> settings =
          Map.of("otel.metrics.exporter", "none", "otel.bsp.schedule.delay", "20");
      try (Tracing tracing =
          Tracing.builder("tck").otlpEndpoint(receiver.endpoint()).properties(settings).start()) {
        Client client = RestClientBuilder.newBuilder().baseUri(base).build(Client.class);
        assertThat(client.quiet()).isNotEmpty();
        assertThat(client.traced()).isNotEmpty();

        assertThat(spans.take(3))
            .extracting(span -> span.kind() + " " + span.name())
            .containsExactlyInAnyOrder(
                "SERVER GET /tck/ok", "CLIENT GET /tck/ok", "SERVER GET /tck/ok");
      }
      spans.assertEmpty();
    }
  }

  @Path("tck/ok")
  @Traced(false)
  interface Client {
    @GET
    String quiet();

    @GET
    @Traced
    String traced();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.resteasy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hopline.Tracing;
import dev.hopline.tck.OtlpReceiver;
import dev.hopline.tck.SpanInbox;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Invocation;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client that is closed says so itself. */
@Tag("resteasy")
class ClosedClientTest {
  private final OtlpReceiver receiver = OtlpReceiver.open();
  @RegisterExtension final SpanInbox spans = SpanInbox.of(receiver);

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void call_failsAsWithoutTracing() {
    try (Tracing tracing =
        Tracing.builder("tck")
            .otlpEndpoint(receiver.endpoint())
            .properties(Map.of("otel.metrics.exporter", "none", "otel.logs.exporter", "none"))
            .start()) {
      Client client = ClientBuilder.newClient();
      Invocation call = client.target("http://127.0.0.1:1").request().buildGet();
      client.close();

      assertThatThrownBy(call::invoke).isInstanceOf(IllegalStateException.class);
    }
    spans.takeClient();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.opentracing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.Tracing;
import dev.hopline.tck.OtlpReceiver;
import dev.hopline.tck.ReceivedSpan;
import dev.hopline.tck.SpanInbox;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.opentracing.ClientTracingRegistrar;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests and calls of unchanged code on Jersey, without CDI. */
class JerseyTest {
  private final OtlpReceiver receiver = OtlpReceiver.open();
  private final SpanInbox spans = SpanInbox.of(receiver);
  private Tracing tracing;
  private HttpServer server;
  private URI books;

  @BeforeEach
  void open() {
    tracing =
        Tracing.builder("library")
            .otlpEndpoint(receiver.endpoint())
            .properties(
                Map.of(
                    "otel.bsp.schedule.delay", "20",
                    "otel.metrics.exporter", "none",
                    "otel.logs.exporter", "none"))
            .start();
    server =
        GrizzlyHttpServerFactory.createHttpServer(
            URI.create("http://localhost:0/"), new ResourceConfig(Library.class));
    books = URI.create("http://localhost:" + server.getListener("grizzly").getPort() + "/books");
  }

  @AfterEach
  void close() {
    server.shutdownNow();
    tracing.close();
    receiver.close();
  }

  private String get(ClientBuilder builder, String path) {
    Client client = builder.build();
    try {
      return client.target(books + path).request().get(String.class);
    } finally {
      client.close();
    }
  }

  /** So many spans, and no more: a SERVER span may end after its client has gone on. */
  private List<ReceivedSpan> take(int count) throws Exception {
    List<ReceivedSpan> taken = spans.take(count);
    server.shutdown().get();
    tracing.close();
    spans.assertEmpty();
    return taken;
  }

  private List<String> names(int count) throws Exception {
    return take(count).stream().map(span -> span.kind() + " " + span.name()).sorted().toList();
  }

  @ParameterizedTest
  @CsvSource({"'',     GET /books", "/1,     GET /books/{id}", "/named, search"})
  void request_isOneSpan(String path, String name) throws Exception {
    get(ClientTracingRegistrar.configure(ClientBuilder.newBuilder()), path);
    assertThat(names(2)).containsExactly("CLIENT GET", "SERVER " + name);
  }

  @Test
  void optedOutRequest_isNoSpan() throws Exception {
    get(ClientTracingRegistrar.configure(ClientBuilder.newBuilder()), "/quiet");
    assertThat(names(1)).containsExactly("CLIENT GET");
  }

  @Test
  void asynchronousCallOnAnExecutor_isInTheTraceOfItsCaller() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Client client = ClientTracingRegistrar.configure(ClientBuilder.newBuilder(), pool).build();
    Span caller = tracing.tracer().spanBuilder("caller").startSpan();
    try (Scope ignored = caller.makeCurrent()) {
      assertThat(client.target(books).request().async().get(String.class).get()).isEqualTo("all");
    } finally {
      caller.end();
      client.close();
      pool.shutdown();
    }
    assertThat(take(3))
        .extracting(ReceivedSpan::traceId)
        .containsOnly(caller.getSpanContext().getTraceId());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.cxf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.Tracing;
import dev.hopline.jaxrs.ClientTracingFeature;
import dev.hopline.tck.OtlpReceiver;
import dev.hopline.tck.ReceivedSpan;
import dev.hopline.tck.Registered;
import dev.hopline.tck.SpanInbox;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.cxf.jaxrs.client.JAXRSClientFactory;
import org.apache.cxf.jaxrs.client.WebClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** CXF's ways to call that the contract does not know, each one CLIENT span of its caller. */
@Tag("cxf")
class CxfClientTest {
  private final OtlpReceiver receiver = OtlpReceiver.open();
  @RegisterExtension final SpanInbox spans = SpanInbox.of(receiver);

  private final CxfRuntime runtime = new CxfRuntime(Registered.BY_SERVICE);
  private URI base;

  @BeforeEach
  void open() throws Exception {
    base = runtime.open(receiver.endpoint(), Map.of("otel.bsp.schedule.delay", "20"));
  }

  @AfterEach
  void close() throws Exception {
    runtime.close();
    receiver.close();
  }

  @Test
  void webClient_isTraced() {
    assertCalled(() -> WebClient.create(base + "tck/ok").get(String.class));
  }

  @Test
  void proxy_isTraced() {
    assertCalled(() -> JAXRSClientFactory.create(base.toString(), Ok.class).ok());
  }

  @Test
  void clientThatIsGivenTheFeature_isTracedOnce() {
    try (Client client = ClientBuilder.newBuilder().register(ClientTracingFeature.class).build()) {
      assertCalled(() -> client.target(base).path("tck/ok").request().get(String.class));
    }
  }

  @Test
  void executorWithContext_carriesItToReactiveCalls() {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try (Client client =
        ClientBuilder.newBuilder().executorService(Context.taskWrapping(threads)).build()) {
      assertCalled(
          () ->
              client
                  .target(base)
                  .path("tck/ok")
                  .request()
                  .rx()
                  .get(String.class)
                  .toCompletableFuture()
                  .join());
    } finally {
      threads.shutdown();
    }
  }

  private void assertCalled(Supplier<String> call) {
    Span caller = Tracing.current().tracer().spanBuilder("caller").startSpan();
    try (Scope ignored = caller.makeCurrent()) {
      assertThat(call.get()).isEqualTo("ok");
    } finally {
      caller.end();
    }

    ReceivedSpan outer = spans.take(span -> span.name().equals("caller"));
    ReceivedSpan client = spans.takeClient();
    assertThat(client).matches(span -> span.isChildOf(outer));
    assertThat(spans.takeServer()).matches(span -> span.isChildOf(client));
  }

  /** As a service is called by a proxy. */
  @Path("tck")
  public interface Ok {
    /** Answers "ok". */
    @GET
    @Path("ok")
    String ok();
  }
}

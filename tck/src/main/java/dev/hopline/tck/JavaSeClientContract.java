// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A Jakarta REST client in Java SE, with no server, no CDI and no MicroProfile around it: with
 * {@link Tracing} each call is one CLIENT span, without it the client is as if nothing of ours were
 * on the class path.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class JavaSeClientContract {
  private static final ContextKey<String> KEY = ContextKey.named("tck");

  @RegisterExtension final OpenPlainClients app;

  private HeaderServer server;

  /**
   * A contract of the clients that are made in this process.
   *
   * @param runtime is not opened
   */
  protected JavaSeClientContract(TestedRuntime runtime) {
    app = new OpenPlainClients(runtime);
  }

  /** All filters and the like that serve the request, by whomever they were registered. */
  protected Collection<?> providers(ClientRequestContext request) {
    return request.getConfiguration().getInstances();
  }

  @BeforeEach
  void open() throws Exception {
    server = HeaderServer.open();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "callback", "rx"})
  void call_isOneClientSpan(String mode) throws Exception {
    try (Tracing tracing = app.tracing(Map.of());
        Client client = ClientBuilder.newClient()) {
      assertTraced(call(client, mode));
    }
  }

  /** Nobody has to mind which of the two comes first. */
  @Test
  void clientThatIsOlderThanTracing_isTraced() throws Exception {
    try (Client client = ClientBuilder.newClient()) {
      assertThat(call(client, "sync")).isEmpty();
      try (Tracing tracing = app.tracing(Map.of())) {
        assertTraced(call(client, "sync"));
      }
      assertThat(call(client, "sync")).isEmpty();
    }
  }

  /** A client that has been made before may have been the one for which features are looked up. */
  @Test
  void tracingAfterDisabledTracing_isTraced() throws Exception {
    for (String disabled : List.of("true", "false")) {
      try (Tracing tracing = app.tracing(Map.of("otel.sdk.disabled", disabled));
          Client client = ClientBuilder.newClient()) {
        String headers = call(client, "sync");
        if (tracing.enabled()) {
          assertTraced(headers);
        } else {
          assertThat(headers).isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "callback", "rx"})
  void disabledTracing_doesNothing(String mode) throws Exception {
    try (Tracing tracing = app.tracing(Map.of("otel.sdk.disabled", "true"))) {
      idle(mode);
    }
  }

  @Test
  void disabledTracing_addsNothing() throws Exception {
    try (Tracing tracing = app.tracing(Map.of("otel.sdk.disabled", "true"))) {
      assertThat(idle("sync").found()).isEmpty();
    }
  }

  /** All is there, as tracing may start while the client is in use. */
  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "callback", "rx"})
  void noTracing_doesNothing(String mode) throws Exception {
    assertThat(idle(mode).found()).isNotEmpty();
  }

  /** Makes a call in which nothing of ours may do anything. */
  private IdleProviders idle(String mode) throws Exception {
    IdleProviders ours = new IdleProviders(this::providers);
    try (Client client = ClientBuilder.newBuilder().register(ours).build();
        Scope ignored = Context.root().with(KEY, "the caller's").makeCurrent()) {
      assertThat(call(client, mode)).isEmpty();
      assertThat(Context.current().get(KEY)).isEqualTo("the caller's");
    }
    assertThat(ours.properties()).isEmpty();
    assertThat(ours.carried()).isFalse();
    assertThat(ours.allocated()).isZero();
    return ours;
  }

  /** The propagation headers that arrive. */
  private String call(Client client, String mode) throws Exception {
    try (Response called = TckClientResource.call(client.target(server.uri()).request(), mode)) {
      assertThat(called.getStatus()).isEqualTo(200);
      assertThat(Span.current()).isSameAs(Span.getInvalid());
      return called.readEntity(String.class);
    }
  }

  private void assertTraced(String headers) {
    ReceivedSpan span = app.spans.takeClient();
    assertThat(span.isRoot()).isTrue();
    assertThat(span.attributes())
        .containsEntry("url.full", server.uri().toString())
        .containsEntry("http.response.status_code", 200L);
    // Whether it says that its id is random depends on OpenTelemetry.
    assertThat(headers).matches("00-%s-%s-0[13]".formatted(span.traceId(), span.spanId()));
  }
}

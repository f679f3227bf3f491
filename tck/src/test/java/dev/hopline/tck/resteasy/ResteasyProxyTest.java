// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.resteasy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hopline.Traced;
import dev.hopline.Tracing;
import dev.hopline.tck.OtlpReceiver;
import dev.hopline.tck.ReceivedSpan;
import dev.hopline.tck.SpanInbox;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.resteasy.client.jaxrs.ResteasyWebTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** RESTEasy's own proxies have interfaces that say as much as those of MicroProfile. */
@Tag("resteasy")
class ResteasyProxyTest {
  /** Nobody listens there. */
  private static final String REFUSING = "http://127.0.0.1:1";

  private final OtlpReceiver receiver = OtlpReceiver.open();
  @RegisterExtension final SpanInbox spans = SpanInbox.of(receiver);

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void call_isNamedByItsTemplate() {
    call(books -> books.book("1"));

    ReceivedSpan client = spans.takeClient();
    assertThat(client.name()).isEqualTo("GET /books/{id}");
    assertThat(client.attributes())
        .containsEntry("url.template", "/books/{id}")
        .containsEntry("url.full", REFUSING + "/books/1");
  }

  @Test
  void tracedFalse_isNoSpan() {
    call(Books::untraced);
  }

  /** By the end of it all its spans have arrived. */
  private void call(Consumer<Books> call) {
    try (Tracing tracing =
            Tracing.builder("tck")
                .otlpEndpoint(receiver.endpoint())
                .properties(Map.of("otel.metrics.exporter", "none", "otel.logs.exporter", "none"))
                .start();
        Client client = ClientBuilder.newClient()) {
      Books books = ((ResteasyWebTarget) client.target(REFUSING)).proxy(Books.class);
      assertThatThrownBy(() -> call.accept(books)).isInstanceOf(ProcessingException.class);
    }
  }

  /** A service. */
  @Path("books")
  public interface Books {
    /** A book. */
    @GET
    @Path("{id}")
    String book(@PathParam("id") String id);

    /** Another. */
    @GET
    @Path("untraced")
    @Traced(false)
    String untraced();
  }
}

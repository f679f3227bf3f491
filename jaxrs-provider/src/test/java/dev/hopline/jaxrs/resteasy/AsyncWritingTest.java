// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.resteasy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.Tracing;
import dev.hopline.jaxrs.TracingFeature;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jboss.resteasy.spi.AsyncOutputStream;
import org.jboss.resteasy.spi.ResteasyDeployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On servers that can write without a thread that waits, RESTEasy goes on to do so. */
class AsyncWritingTest {
  private final RuntimeDelegate before = RuntimeDelegate.getInstance();
  private final Tracing tracing =
      Tracing.builder("books").properties(Map.of("otel.traces.exporter", "none")).start();
  private final ResteasyDeployment deployment = new ResteasyDeploymentImpl();

  @BeforeEach
  void start() {
    // Jersey is on the class path, too, and comes first.
    RuntimeDelegate.setInstance(null);
    deployment.getProviders().add(new TracingFeature(tracing));
    deployment.getResourceClasses().add(Books.class.getName());
    deployment.start();
  }

  @AfterEach
  void leaveAsItWas() {
    deployment.stop();
    tracing.close();
    RuntimeDelegate.setInstance(before);
  }

  @Test
  void body_isWrittenWithoutBlocking() throws Exception {
    MockHttpResponse response = new MockHttpResponse();
    Body body = new Body();
    response.setOutputStream(body);

    deployment.getDispatcher().invoke(MockHttpRequest.get("/books"), response);

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(body.written).containsExactly("async");
  }

  /** A resource. */
  @Path("books")
  public static class Books {
    /** Text, whose writer can do both. */
    @GET
    public String all() {
      return "books";
    }
  }

  /** Notes by which of its methods it is written. */
  private static final class Body extends AsyncOutputStream {
    final List<String> written = new ArrayList<>();

    @Override
    public CompletionStage<Void> asyncFlush() {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> asyncWrite(byte[] bytes, int offset, int length) {
      written.add("async");
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void write(int b) {
      written.add("blocking");
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      written.add("blocking");
    }
  }
}

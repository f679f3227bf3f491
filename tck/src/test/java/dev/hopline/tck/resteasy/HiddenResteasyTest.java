// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.resteasy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hopline.Tracing;
import dev.hopline.jaxrs.ClientTracingFeature;
import dev.hopline.tck.OtlpReceiver;
import dev.hopline.tck.ReceivedSpan;
import dev.hopline.tck.SpanInbox;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Invocation;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jboss.resteasy.client.jaxrs.ResteasyClient;
import org.jboss.resteasy.client.jaxrs.internal.ClientInvocation;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.spi.HttpRequest;
import org.jboss.resteasy.spi.ResteasyProviderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** As on Open Liberty, where the classes of the server's RESTEasy are not the application's. */
@Tag("resteasy")
class HiddenResteasyTest {
  private static final String BUILDER =
      "org.jboss.resteasy.client.jaxrs.internal.ResteasyClientBuilderImpl";

  private final OtlpReceiver receiver = OtlpReceiver.open();

  @RegisterExtension final SpanInbox spans = SpanInbox.of(receiver);

  /** No filter is told of it: that is what the hook is for. */
  @Test
  void refusedCall_isOneSpanWithItsException() throws Exception {
    assertOneSpan(request -> request.get());
  }

  /** RESTEasy reads the application's services for it, and ours are none of the server's. */
  @Test
  void refusedAsynchronousCall_isOneSpanWithItsException() throws Exception {
    assertOneSpan(request -> getNow(request.rx().get().toCompletableFuture()));
  }

  private void assertOneSpan(Consumer<Invocation.Builder> call) throws Exception {
    try (Server server = new Server();
        Tracing tracing =
            Tracing.builder("tck")
                .otlpEndpoint(receiver.endpoint())
                .properties(Map.of("otel.bsp.schedule.delay", "20"))
                .start()) {
      server.start();
      Class<?> type = server.loadClass(BUILDER);
      ClientBuilder builder = (ClientBuilder) type.getConstructor().newInstance();
      assertThat(builder).isNotInstanceOf(Class.forName(BUILDER));
      Client client = builder.register(new ClientTracingFeature(tracing)).build();
      Invocation.Builder gone = client.target("http://localhost:" + closedPort()).request();

      assertThatThrownBy(() -> call.accept(gone)).isInstanceOf(ProcessingException.class);
      client.close();

      ReceivedSpan span = spans.takeClient();
      assertThat(span.attribute("error.type")).asString().endsWith("ConnectException");
      assertThat(span.exceptions()).hasSize(1);
    }
  }

  private static void getNow(CompletableFuture<?> answer) {
    try {
      answer.join();
    } catch (CompletionException e) {
      throw (RuntimeException) e.getCause();
    }
  }

  private static int closedPort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Has RESTEasy's classes for itself, and all others from the class path. */
  private static final class Server extends URLClassLoader {
    Server() {
      super(
          new URL[] {
            jarOf(ResteasyClient.class),
            jarOf(ClientInvocation.class),
            jarOf(ResteasyDeploymentImpl.class),
            jarOf(HttpRequest.class)
          },
          Server.class.getClassLoader());
    }

    private static URL jarOf(Class<?> type) {
      return type.getProtectionDomain().getCodeSource().getLocation();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("org.jboss.resteasy.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }

    /** Has RESTEasy make what all clients share, which it does with the classes of the thread. */
    void start() throws ReflectiveOperationException {
      Thread thread = Thread.currentThread();
      ClassLoader application = thread.getContextClassLoader();
      thread.setContextClassLoader(this);
      try {
        loadClass(ResteasyProviderFactory.class.getName()).getMethod("getInstance").invoke(null);
      } finally {
        thread.setContextClassLoader(application);
      }
    }

    /** Of the application's it sees nothing. */
    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return findResources(name);
    }
  }
}

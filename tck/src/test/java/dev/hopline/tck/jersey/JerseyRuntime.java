// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.jersey;

import dev.hopline.Tracing;
import dev.hopline.jaxrs.TracingFeature;
import dev.hopline.tck.Registered;
import dev.hopline.tck.TckApplication;
import dev.hopline.tck.TracingRuntime;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Map;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpContainer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.internal.Version;
import org.glassfish.jersey.server.ContainerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** Jersey on Grizzly, without CDI. */
public final class JerseyRuntime implements TracingRuntime {
  private final Registered registered;
  private final Class<?>[] faults;
  private Tracing tracing;
  private HttpServer server;

  /**
   * @param faults components that the application would be better without
   */
  public JerseyRuntime(Registered registered, Class<?>... faults) {
    this.registered = registered;
    this.faults = faults;
  }

  @Override
  public String name() {
    return "Jersey " + Version.getVersion() + ", Grizzly";
  }

  @Override
  public Map<String, String> differences() {
    return Map.of(
        "Feature: traceresponse of unmapped exception names the span",
        "Jersey leaves the answer to Grizzly, which sends no header but its own");
  }

  @Override
  public URI open(URI otlpEndpoint, Map<String, String> settings) throws Exception {
    tracing = Tracing.builder("tck").otlpEndpoint(otlpEndpoint).properties(settings).start();
    URI base = URI.create("http://localhost:0" + registered.mountedAt());
    server = GrizzlyHttpServerFactory.createHttpServer(base, application(), false);
    server
        .getServerConfiguration()
        .addHttpHandler(
            ContainerFactory.createContainer(GrizzlyHttpContainer.class, application()),
            registered.mountedAt() + SECOND);
    NetworkListener listener = server.getListeners().iterator().next();
    listener.setMaxHttpHeaderSize(MAX_HEADERS_BYTES);
    listener
        .getTransport()
        .setWorkerThreadPoolConfig(
            ThreadPoolConfig.defaultConfig()
                .setCorePoolSize(MAX_REQUESTS)
                .setMaxPoolSize(MAX_REQUESTS));
    server.start();
    return UriBuilder.fromUri(base).port(listener.getPort()).build();
  }

  private ResourceConfig application() {
    ResourceConfig config = ResourceConfig.forApplication(new TckApplication());
    config.property("jakarta.ws.rs.loadServices", registered.byService());
    if (registered.byHand()) {
      config.register(new TracingFeature(tracing));
    }
    return config.registerClasses(faults);
  }

  @Override
  public void close() {
    server.shutdownNow();
    tracing.close();
  }
}

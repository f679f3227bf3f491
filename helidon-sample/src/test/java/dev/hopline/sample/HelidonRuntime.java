// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.TckApplication;
import dev.hopline.tck.TckInjectedCallResource;
import dev.hopline.tck.TckInjectedClient;
import dev.hopline.tck.TckRoutes;
import dev.hopline.tck.TracingRuntime;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.ws.rs.ApplicationPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/**
 * Helidon MP in this process, with the contracts' application in place of the sample's and traced
 * by what CDI starts. It names no class of Helidon, whose class files the build's Java cannot read.
 */
final class HelidonRuntime implements TracingRuntime {
  private final Map<String, String> all = new HashMap<>();
  private SeContainer container;

  /** With what needs CDI. */
  public static class WithCdi extends TckApplication {
    @Override
    public Set<Class<?>> getClasses() {
      Set<Class<?>> classes = super.getClasses();
      classes.add(TckInjectedCallResource.class);
      return classes;
    }
  }

  /** The same classes in another place. */
  @ApplicationPath(SECOND)
  public static class Second extends TckApplication {}

  @Override
  public String name() {
    return "Helidon MP " + System.getProperty("tck.helidon.version");
  }

  @Override
  public Map<String, String> differences() {
    return HelidonDifferences.ALL;
  }

  /** Helidon goes on to the next request before it has failed the asynchronous one. */
  @Override
  public List<String> mixedUp() {
    return List.of("later/async/throws", "later/stage/throws");
  }

  @Override
  public URI open(URI otlpEndpoint, Map<String, String> settings) throws IOException {
    int port = freePort();
    all.putAll(settings);
    all.put("otel.exporter.otlp.endpoint", otlpEndpoint.toString());
    all.put("otel.service.name", "tck");
    all.put("server.host", "localhost");
    all.put("server.port", String.valueOf(port));
    // Else Helidon loses bytes of a body that the client does not take at once, traced or not.
    all.put("server.use-nio", "false");
    // Helidon's own ways to start are classes of Helidon.
    all.put("mp.initializer.allow", "true");
    all.put("mp.initializer.no-warn", "true");
    configure(all);
    container =
        SeContainerInitializer.newInstance()
            .addBeanClasses(WithCdi.class, Second.class, TckRoutes.Proxied.class)
            .addBeanClasses(TckInjectedCallResource.class, TckInjectedClient.class)
            .initialize();
    return URI.create("http://localhost:" + port + "/");
  }

  /** By system properties, which Helidon reads when it makes a new configuration. */
  private static void configure(Map<String, String> settings) {
    settings.forEach(System::setProperty);
    ConfigProviderResolver resolver = ConfigProviderResolver.instance();
    resolver.releaseConfig(resolver.getConfig());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    if (container != null) {
      container.close();
    }
    all.keySet().forEach(System::clearProperty);
    all.clear();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.TckApplication;
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
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Helidon MP in this process, with the contracts' application in place of the sample's and traced
 * by what CDI starts. It names no class of Helidon, whose class files the build's Java cannot read.
 */
final class HelidonRuntime implements TracingRuntime {
  private SeContainer container;

  /** The same classes in another place. */
  @ApplicationPath(SECOND)
  public static class Second extends TckApplication {}

  @Override
  public String name() {
    return "Helidon MP " + System.getProperty("tck.helidon.version");
  }

  @Override
  public Map<String, String> differences() {
    String timeouts = "Helidon knows no timeouts of a response: to set one throws at once.";
    return Map.of(
        "Route: second application has its own routes",
        "Helidon asks the application at the root first, so that a request to another has a span of"
            + " each.",
        "Feature: traceresponse names the span, path=nothing, httpStatus=404",
        "Jersey leaves what it does not know to Helidon, which sends no header but its own.",
        "ClientEnding: caller is no error, thread interrupted",
        "On a virtual thread Java closes the socket of an interrupted call, and says so by a plain"
            + " SocketException.",
        "Later: later answer is one server span, response timed out",
        timeouts,
        "Later: later answer is one server span, timeout handled",
        timeouts,
        "Later: timeout is not over before it is due",
        timeouts);
  }

  /** Helidon goes on to the next request before it has failed the asynchronous one. */
  @Override
  public List<String> mixedUp() {
    return List.of("later/async/throws", "later/stage/throws");
  }

  @Override
  public URI open(URI otlpEndpoint, Map<String, String> settings) throws IOException {
    int port = freePort();
    Map<String, String> all = new HashMap<>(settings);
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
            .addBeanClasses(TckApplication.class, Second.class, TckRoutes.Proxied.class)
            .initialize();
    return URI.create("http://localhost:" + port + "/");
  }

  private static void configure(Map<String, String> settings) {
    ConfigProviderResolver resolver = ConfigProviderResolver.instance();
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    resolver.releaseConfig(resolver.getConfig(loader));
    resolver.registerConfig(
        resolver.getBuilder().addDefaultSources().withSources(source(settings)).build(), loader);
  }

  private static ConfigSource source(Map<String, String> settings) {
    return new ConfigSource() {
      @Override
      public Set<String> getPropertyNames() {
        return settings.keySet();
      }

      @Override
      public String getValue(String key) {
        return settings.get(key);
      }

      @Override
      public String getName() {
        return "contract";
      }

      @Override
      public int getOrdinal() {
        return 1000;
      }
    };
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
  }
}

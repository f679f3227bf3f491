// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.Tracing;
import dev.hopline.tck.TracingRuntime;
import io.quarkus.runtime.Quarkus;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The Quarkus that {@code @QuarkusTest} has started already. Its own tracing exports nothing, and
 * the hooks use the tracing that was started last: the one of the contract.
 */
final class QuarkusRuntime implements TracingRuntime {
  /** What needs the context after another thread has resumed the response. */
  private static final List<String> RESUMED =
      List.of(
          "response resumed",
          "response resumed with text",
          "response resumed twice",
          "response resumed with 5xx",
          "response resumed, mapped to 4xx",
          "response resumed, mapped to 5xx");

  private Tracing tracing;

  @Override
  public String name() {
    return "Quarkus REST " + Quarkus.class.getPackage().getImplementationVersion() + ", JVM";
  }

  @Override
  public Map<String, String> differences() {
    Map<String, String> differences = new HashMap<>();
    differences.put(
        "Route: second application has its own routes", "Quarkus serves one application.");
    differences.put(
        "Server: ending by provider is one server span, no writer",
        "Quarkus answers with the text of what nobody can write.");
    differences.put(
        "Later: slow reader is within the server span, body/large",
        "Quarkus queues a body that is written at once, and takes it as sent.");
    for (String resumed : RESUMED) {
      differences.put(
          "Later: later answer is one server span, " + resumed,
          "Quarkus answers a resumed response on a worker without the context of its request.");
    }
    return differences;
  }

  @Override
  public URI open(URI otlpEndpoint, Map<String, String> settings) {
    tracing = Tracing.builder("tck").otlpEndpoint(otlpEndpoint).properties(settings).start();
    return URI.create(ConfigProvider.getConfig().getValue("test.url", String.class) + "/");
  }

  @Override
  public void close() {
    tracing.close();
  }
}

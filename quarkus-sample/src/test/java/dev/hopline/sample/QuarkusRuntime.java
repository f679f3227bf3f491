// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.Tracing;
import dev.hopline.tck.QuarkusDifferences;
import dev.hopline.tck.TracingRuntime;
import io.quarkus.runtime.Quarkus;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The Quarkus that {@code @QuarkusTest} has started already. Its own tracing exports nothing, and
 * the hooks use the tracing that was started last: the one of the contract.
 */
final class QuarkusRuntime implements TracingRuntime {
  private Tracing tracing;

  @Override
  public String name() {
    return "Quarkus REST " + Quarkus.class.getPackage().getImplementationVersion() + ", JVM";
  }

  @Override
  public Map<String, String> differences() {
    return QuarkusDifferences.all();
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

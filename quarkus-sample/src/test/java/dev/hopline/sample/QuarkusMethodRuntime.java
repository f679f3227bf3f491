// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.Tracing;
import dev.hopline.tck.MethodRuntime;
import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** The Quarkus that {@code @QuarkusTest} has started already; the beans are in its build. */
final class QuarkusMethodRuntime implements MethodRuntime {
  private Tracing tracing;

  @Override
  public String name() {
    return "Quarkus REST " + Quarkus.class.getPackage().getImplementationVersion() + ", JVM";
  }

  @Override
  public void open(URI otlpEndpoint, Map<String, String> settings, Class<?>... beans) {
    tracing = Tracing.builder("tck").otlpEndpoint(otlpEndpoint).properties(settings).start();
  }

  @Override
  public <T> T bean(Class<T> type) {
    return CDI.current().select(type).get();
  }

  /** Each line but once: other tests have other applications built in this JVM. */
  @Override
  public List<String> log() {
    try {
      return Files.readAllLines(BuildLog.FILE).stream().distinct().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    tracing.close();
  }
}

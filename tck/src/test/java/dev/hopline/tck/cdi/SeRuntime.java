// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.cdi;

import dev.hopline.tck.MethodRuntime;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The CDI container that is on the class path, in Java SE. */
final class SeRuntime implements MethodRuntime {
  private final String name;
  private final Map<String, String> properties = new HashMap<>();
  private SeContainer container;

  /**
   * @param name the container's, without its version
   */
  SeRuntime(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name + " " + initializer().getClass().getPackage().getImplementationVersion();
  }

  private static SeContainerInitializer initializer() {
    return SeContainerInitializer.newInstance();
  }

  @Override
  public Map<String, String> differences() {
    return Map.of(
        "MethodBinding: method that its object calls is one span",
        "CDI sees no call of an object to itself");
  }

  @Override
  public void open(URI otlpEndpoint, Map<String, String> settings, Class<?>... beans) {
    properties.putAll(settings);
    properties.put("otel.sdk.disabled", "false");
    properties.put("otel.exporter.otlp.endpoint", otlpEndpoint.toString());
    properties.forEach(System::setProperty);
    container = initializer().addBeanClasses(beans).initialize();
  }

  @Override
  public <T> T bean(Class<T> type) {
    return container.select(type).get();
  }

  @Override
  public void close() {
    container.close();
    properties.keySet().forEach(System::clearProperty);
  }
}

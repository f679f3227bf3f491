// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.ResourceProvider;
import io.opentelemetry.sdk.resources.Resource;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server has an OpenTelemetry of its own, and the application's goes before it. */
class ServersOpenTelemetryTest {
  private static final String SERVICES = "META-INF/services/";

  @TempDir Path server;

  /** What the server's OpenTelemetry has, and the application's has not. */
  public static final class ServersProvider implements ResourceProvider {
    @Override
    public Resource createResource(ConfigProperties config) {
      throw new IllegalStateException("it is not the application's");
    }
  }

  /** What both have, from the same place. */
  public static final class SharedProvider implements ResourceProvider {
    @Override
    public Resource createResource(ConfigProperties config) {
      return Resource.create(Attributes.of(AttributeKey.booleanKey("is.shared"), true));
    }
  }

  @Test
  void servicesOfTheServer_areLeftOut() throws Exception {
    declare(server, ServersProvider.class);
    try (CollectorStub collector = new CollectorStub()) {
      run(collector, List.of(url(server)), List.of());
      // If the SDK gave up there would be none.
      assertThat(collector.hasSpan("request")).isTrue();
    }
  }

  @Test
  void servicesOfBoth_areKept(@TempDir Path both) throws Exception {
    declare(server, ServersProvider.class);
    declare(both, SharedProvider.class);
    try (CollectorStub collector = new CollectorStub()) {
      run(collector, List.of(url(server), url(both)), List.of(url(both)));
      assertThat(collector.hasSpan("is.shared")).isTrue();
    }
  }

  private static void declare(Path directory, Class<? extends ResourceProvider> provider)
      throws IOException {
    Path services = Files.createDirectories(directory.resolve(SERVICES));
    Files.writeString(services.resolve(ResourceProvider.class.getName()), provider.getName());
  }

  private static URL url(Path directory) throws MalformedURLException {
    return directory.toUri().toURL();
  }

  private static void run(CollectorStub collector, List<URL> servers, List<URL> applications)
      throws Exception {
    try (SystemProperty endpoint = new SystemProperty(Settings.ENDPOINT, "" + collector.uri());
        URLClassLoader server = new ServerLoader(servers);
        URLClassLoader application = new ApplicationLoader(applications, server)) {
      RedeploymentTest.run(application, RedeploymentTest.Application.class);
    }
  }

  private static final class ServerLoader extends URLClassLoader {
    private final URLClassLoader resources;

    ServerLoader(List<URL> directories) throws MalformedURLException {
      super(RedeploymentTest.classPath(), ClassLoader.getPlatformClassLoader());
      resources = new URLClassLoader(directories.toArray(URL[]::new), null);
    }

    @Override
    public Enumeration<URL> findResources(String name) throws IOException {
      return resources.findResources(name);
    }
  }

  /** Asks the server only for what the application has not. */
  private static final class ApplicationLoader extends URLClassLoader {
    ApplicationLoader(List<URL> directories, ClassLoader server) throws MalformedURLException {
      super(RedeploymentTest.classPath(), server);
      directories.forEach(this::addURL);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        boolean servers = name.startsWith("java") || name.equals(ServersProvider.class.getName());
        return loaded != null ? loaded : servers ? super.loadClass(name, resolve) : findClass(name);
      }
    }
  }
}

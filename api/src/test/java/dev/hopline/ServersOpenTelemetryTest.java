// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void servicesOfTheServer_areLeftOut() throws Exception {
    Path services = Files.createDirectories(server.resolve(SERVICES));
    Files.writeString(
        services.resolve(ResourceProvider.class.getName()), ServersProvider.class.getName());
    try (CollectorStub collector = new CollectorStub();
        SystemProperty endpoint = new SystemProperty(Settings.ENDPOINT, "" + collector.uri());
        URLClassLoader serverLoader = new ServerLoader(server.toUri().toURL());
        URLClassLoader loader = new ApplicationLoader(serverLoader)) {
      RedeploymentTest.run(loader, RedeploymentTest.Application.class);
      // If the SDK gave up there would be none.
      assertThat(collector.hasSpan("request")).isTrue();
    }
  }

  private static final class ServerLoader extends URLClassLoader {
    private final URLClassLoader resources;

    ServerLoader(URL directory) throws MalformedURLException {
      super(RedeploymentTest.classPath(), ClassLoader.getPlatformClassLoader());
      resources = new URLClassLoader(new URL[] {directory}, null);
    }

    @Override
    public Enumeration<URL> findResources(String name) throws IOException {
      return resources.findResources(name);
    }
  }

  /** Asks the server only for what the application has not. */
  private static final class ApplicationLoader extends URLClassLoader {
    ApplicationLoader(ClassLoader server) throws MalformedURLException {
      super(RedeploymentTest.classPath(), server);
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

// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.sdk.autoconfigure.spi.ResourceProvider;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Keeps the services of another OpenTelemetry from ours. A server may have one, and the application
 * its own before it, as on Payara; the class loader finds the services of both, and the first that
 * is made for the other's interfaces would end the start.
 */
final class OwnServices extends ClassLoader {
  private static final String SERVICES = "META-INF/services/";

  private final ClassLoader others;

  private OwnServices(ClassLoader application, ClassLoader others) {
    super(application);
    this.others = others;
  }

  /** Finds the services for the OpenTelemetry that this class sees. */
  static ClassLoader loader() {
    ClassLoader application = OwnServices.class.getClassLoader();
    ClassLoader others = application.getParent();
    return others != null && hasAnother(others)
        ? new OwnServices(application, others)
        : application;
  }

  private static boolean hasAnother(ClassLoader others) {
    try {
      return others.loadClass(ResourceProvider.class.getName()) != ResourceProvider.class;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    List<URL> all = Collections.list(super.getResources(name));
    if (name.startsWith(SERVICES)) {
      List<String> foreign = texts(Collections.list(others.getResources(name)));
      // One for each: the same jar may be the server's and the application's.
      all.removeIf(url -> foreign.remove(url.toExternalForm()));
    }
    return Collections.enumeration(all);
  }

  /** Not as {@link URL}s, which ask for addresses to be equal. */
  private static List<String> texts(Collection<URL> urls) {
    List<String> texts = new ArrayList<>();
    urls.forEach(url -> texts.add(url.toExternalForm()));
    return texts;
  }
}

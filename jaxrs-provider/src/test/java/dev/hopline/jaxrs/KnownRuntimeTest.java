// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSource;
import org.jboss.resteasy.plugins.delegates.CookieHeaderDelegate;
import org.jboss.resteasy.spi.HttpRequest;
import org.junit.jupiter.api.Test;

class KnownRuntimeTest {
  private static final String IMPLEMENTATION = "org.jboss.resteasy.specimpl.BuiltResponse";

  @Test
  void implementationOnOurClassPath_isKnown() throws Exception {
    Object ours = Class.forName(IMPLEMENTATION).getDeclaredConstructor().newInstance();

    assertThat(KnownRuntime.of(ours)).isEqualTo(KnownRuntime.RESTEASY);
    assertThat(KnownRuntime.isResteasy(ours)).isTrue();
    assertThat(KnownRuntime.isHiddenResteasy(ours)).isFalse();
  }

  /** As on Open Liberty, where the classes of the server's RESTEasy are not the application's. */
  @Test
  void implementationThatAServerKeepsToItself_isAnother() throws Exception {
    URL[] jars = {jarOf(CookieHeaderDelegate.class), jarOf(HttpRequest.class)};
    try (URLClassLoader server = new Server(jars)) {
      Object hidden = server.loadClass(IMPLEMENTATION).getDeclaredConstructor().newInstance();

      assertThat(KnownRuntime.of(hidden)).isEqualTo(KnownRuntime.OTHER);
      assertThat(KnownRuntime.isResteasy(hidden)).isTrue();
      assertThat(KnownRuntime.isHiddenResteasy(hidden)).isTrue();
    }
  }

  private static URL jarOf(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source.getLocation();
  }

  /** Has RESTEasy's classes for itself, and all others from the class path. */
  private static final class Server extends URLClassLoader {
    Server(URL... jars) {
      super(jars, Server.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("org.jboss.resteasy.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.resteasy;

import dev.hopline.tck.JavaSeClientContract;
import dev.hopline.tck.Registered;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

@Tag("resteasy")
class ResteasyJavaSeClientTest extends JavaSeClientContract {
  private final ClassLoader tests = Thread.currentThread().getContextClassLoader();

  ResteasyJavaSeClientTest() {
    super(new ResteasyRuntime(Registered.BY_SERVICE));
  }

  /** The first client of a class loader is that for which RESTEasy looks up what they share. */
  @BeforeEach
  void beAnotherApplication() {
    Thread.currentThread().setContextClassLoader(new URLClassLoader(new URL[0], tests));
  }

  @AfterEach
  void beTheTests() {
    Thread.currentThread().setContextClassLoader(tests);
  }
}

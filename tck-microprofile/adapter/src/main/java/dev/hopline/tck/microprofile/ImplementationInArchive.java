// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.microprofile;

import jakarta.servlet.ServletContainerInitializer;
import java.io.File;
import java.util.Objects;
import org.jboss.arquillian.container.test.spi.client.deployment.ApplicationArchiveProcessor;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Adds to each archive of the TCK what an application for the runtime at hand carries, Hopline
 * among it, as its leg has it in the directory {@code container.archive}.
 */
public final class ImplementationInArchive implements ApplicationArchiveProcessor {
  private static final String LIBRARIES = "container.archive";
  private static final String EXECUTOR = "META-INF/microprofile-telemetry-tck.properties";

  /** For Arquillian. */
  public ImplementationInArchive() {}

  @Override
  public void process(Archive<?> archive, TestClass test) {
    if (archive instanceof WebArchive application) {
      addLibraries(application);
      application
          .addClass(TckExecutor.class)
          .addAsResource(
              new StringAsset("telemetry.tck.executor=" + TckExecutor.class.getName()), EXECUTOR)
          // Its own are in a place of the archive where only a Jakarta EE server looks for them.
          .addAsWebInfResource(
              new StringAsset("<beans bean-discovery-mode=\"all\"/>"), "beans.xml");
    }
  }

  private static void addLibraries(WebArchive application) {
    File directory = new File(System.getProperty(LIBRARIES));
    if (!directory.exists()) {
      // Where the runtime is on the class path of the tests, all that is on it, too.
      return;
    }
    for (File jar : Objects.requireNonNull(directory.listFiles(), directory::toString)) {
      application.addAsLibrary(jar);
      if (jar.getName().startsWith("jersey-container-servlet-core")) {
        replaceInitializer(application);
      }
    }
  }

  private static void replaceInitializer(WebArchive application) {
    application
        .addAsLibrary(
            ShrinkWrap.create(JavaArchive.class)
                .addClass(JerseyResources.class)
                .addAsServiceProvider(ServletContainerInitializer.class, JerseyResources.class))
        .addAsManifestResource(new StringAsset(JerseyResources.INSTEAD_OF_JERSEY), "context.xml");
  }
}

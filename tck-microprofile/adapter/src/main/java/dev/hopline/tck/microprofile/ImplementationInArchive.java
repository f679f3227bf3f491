// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.microprofile;

import jakarta.servlet.ServletContainerInitializer;
import org.jboss.arquillian.container.test.spi.client.deployment.ApplicationArchiveProcessor;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Adds to each archive of the TCK what an application for the runtime at hand carries, Hopline
 * among it, as its leg has it in the directory {@code hopline.archive}.
 */
public final class ImplementationInArchive implements ApplicationArchiveProcessor {
  private static final String FILES = "hopline.archive";
  private static final String BEANS = "/WEB-INF/beans.xml";
  private static final String EXECUTOR = "META-INF/microprofile-telemetry-tck.properties";

  /** For Arquillian. */
  public ImplementationInArchive() {}

  @Override
  public void process(Archive<?> archive, TestClass test) {
    if (archive instanceof WebArchive application) {
      application
          .as(ExplodedImporter.class)
          .importDirectory(System.getProperty(FILES))
          .as(WebArchive.class)
          .addClass(TckExecutor.class)
          .addAsResource(
              new StringAsset("telemetry.tck.executor=" + TckExecutor.class.getName()), EXECUTOR);
      if (!application.contains(BEANS)) {
        // Its own are in a place of the archive where only a Jakarta EE server looks for them.
        application.add(new StringAsset("<beans bean-discovery-mode=\"all\"/>"), BEANS);
      }
      if (application.getContent().keySet().stream().anyMatch(ImplementationInArchive::isJersey)) {
        replaceInitializer(application);
      }
    }
  }

  private static boolean isJersey(ArchivePath path) {
    return path.get().startsWith("/WEB-INF/lib/jersey-container-servlet-core");
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

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.microprofile;

import jakarta.servlet.ServletContainerInitializer;
import java.io.File;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * What an application for the runtime of a leg carries, Hopline among it, as the leg has it in the
 * directory {@code container.archive}. Where the runtime is on the class path of the tests, all of
 * that is, too, and there is no such directory.
 */
final class CarriedFiles {
  private static final String DIRECTORY = "container.archive";

  private CarriedFiles() {}

  static void addTo(WebArchive application) {
    File directory = new File(System.getProperty(DIRECTORY));
    if (!directory.exists()) {
      return;
    }
    application.as(ExplodedImporter.class).importDirectory(directory);
    if (application.getContent().keySet().stream().anyMatch(CarriedFiles::isJersey)) {
      replaceInitializer(application);
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

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.microprofile;

import jakarta.servlet.ServletContainerInitializer;
import java.io.File;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * What an application for the runtime of a leg carries, Hopline among it, as the leg has it in the
 * directory {@code container.archive}. Where the runtime is on the class path of the tests, all of
 * that is, too, and there is no such directory.
 */
final class CarriedFiles {
  private static final String DIRECTORY = "container.archive";

  /** The jar that has Jersey's initializer, and no more. */
  private static final Pattern INITIALIZER =
      Pattern.compile("/WEB-INF/lib/jersey-container-servlet-\\d.*");

  private static final String SERVICES = "/META-INF/services/";

  private CarriedFiles() {}

  static void addTo(WebArchive application) {
    File directory = new File(System.getProperty(DIRECTORY));
    if (!directory.exists()) {
      return;
    }
    application.as(ExplodedImporter.class).importDirectory(directory);
    application.getContent().keySet().stream()
        .filter(CarriedFiles::isJersey)
        .findAny()
        .ifPresent(jersey -> replaceInitializer(application, jersey));
  }

  private static boolean isJersey(ArchivePath path) {
    return INITIALIZER.matcher(path.get()).matches();
  }

  /** In Jersey's own jar: which of two initializers comes first is a matter of chance. */
  private static void replaceInitializer(WebArchive application, ArchivePath jersey) {
    JavaArchive replaced =
        ShrinkWrap.create(ZipImporter.class, "jersey-initializer.jar")
            .importFrom(application.get(jersey).getAsset().openStream())
            .as(JavaArchive.class);
    replaced.delete(SERVICES + ServletContainerInitializer.class.getName());
    replaced
        .addClass(JerseyResources.class)
        .addAsServiceProvider(ServletContainerInitializer.class, JerseyResources.class);
    application.delete(jersey);
    application.addAsLibrary(replaced);
  }
}

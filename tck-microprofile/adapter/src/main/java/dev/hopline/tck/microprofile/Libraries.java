// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.microprofile;

import jakarta.servlet.ServletContainerInitializer;
import java.io.File;
import java.util.Objects;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * What an application for the runtime of a leg carries, Hopline among it, as the leg has it in the
 * directory {@code hopline.archive}.
 */
final class Libraries {
  private static final String DIRECTORY = "hopline.archive";

  private Libraries() {}

  static void addTo(WebArchive application) {
    File directory = new File(System.getProperty(DIRECTORY));
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

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.microprofile.quarkus;

import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Application;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.spi.client.deployment.ApplicationArchiveProcessor;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Makes of each archive what Quarkus takes: its plain clients are traced if they are told, and its
 * application is one.
 */
public final class QuarkusApplication implements ApplicationArchiveProcessor {
  private static final String APPLICATION = ".*\\$RestApplication\\.class";

  /** For Arquillian. */
  public QuarkusApplication() {}

  @Override
  public void process(Archive<?> archive, TestClass test) {
    ((WebArchive) archive)
        .addClass(TracedClientBuilder.class)
        .addAsServiceProvider(ClientBuilder.class, TracedClientBuilder.class);
    // Arquillian adds the test itself later; Quarkus builds no archive with two applications.
    if (Stream.of(test.getJavaClass().getDeclaredClasses())
        .anyMatch(Application.class::isAssignableFrom)) {
      archive.getContent(Filters.include(APPLICATION)).keySet().forEach(archive::delete);
    }
  }
}

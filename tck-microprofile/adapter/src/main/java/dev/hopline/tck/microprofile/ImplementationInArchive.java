// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.microprofile;

import org.jboss.arquillian.container.test.spi.client.deployment.ApplicationArchiveProcessor;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Adds to each archive of the TCK what an application for the runtime at hand carries, Hopline
 * among it.
 */
public final class ImplementationInArchive implements ApplicationArchiveProcessor {
  private static final String BEANS = "/WEB-INF/beans.xml";
  private static final String EXECUTOR = "META-INF/microprofile-telemetry-tck.properties";

  /** For Arquillian. */
  public ImplementationInArchive() {}

  @Override
  public void process(Archive<?> archive, TestClass test) {
    if (archive instanceof WebArchive application) {
      CarriedFiles.addTo(application);
      application
          .addClass(TckExecutor.class)
          .addAsResource(
              new StringAsset("telemetry.tck.executor=" + TckExecutor.class.getName()), EXECUTOR);
      if (!application.contains(BEANS)) {
        // Its own are in a place of the archive where only a Jakarta EE server looks for them.
        application.add(new StringAsset("<beans bean-discovery-mode=\"all\"/>"), BEANS);
      }
    }
  }
}

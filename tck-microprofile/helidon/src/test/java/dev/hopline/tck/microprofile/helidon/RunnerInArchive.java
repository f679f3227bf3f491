// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.microprofile.helidon;

import org.jboss.arquillian.container.test.spi.RemoteLoadableExtension;
import org.jboss.arquillian.container.test.spi.client.deployment.ApplicationArchiveProcessor;
import org.jboss.arquillian.protocol.rest.runner.RESTProtocolApplication;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Helidon looks for applications in bean archives alone, which Arquillian's own is not in. */
public final class RunnerInArchive implements ApplicationArchiveProcessor {
  /** For Arquillian. */
  public RunnerInArchive() {}

  @Override
  public void process(Archive<?> archive, TestClass test) {
    ((WebArchive) archive)
        .addClasses(RESTProtocolApplication.class, OutsideOfRequest.class)
        .addAsServiceProvider(RemoteLoadableExtension.class, OutsideOfRequest.class);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.microprofile.helidon;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.test.spi.client.deployment.ApplicationArchiveProcessor;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Found by Arquillian through the {@link java.util.ServiceLoader}. */
public final class HelidonAdapter implements LoadableExtension {
  /** For Arquillian. */
  public HelidonAdapter() {}

  @Override
  public void register(ExtensionBuilder builder) {
    builder
        .service(DeployableContainer.class, HelidonContainer.class)
        .service(ApplicationArchiveProcessor.class, RunnerInArchive.class);
  }
}

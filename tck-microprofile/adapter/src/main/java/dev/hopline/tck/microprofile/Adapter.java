// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.microprofile;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.test.spi.client.deployment.ApplicationArchiveProcessor;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Found by Arquillian through the {@link java.util.ServiceLoader}. */
public final class Adapter implements LoadableExtension {
  /** For Arquillian. */
  public Adapter() {}

  @Override
  public void register(ExtensionBuilder builder) {
    builder
        .service(ApplicationArchiveProcessor.class, ImplementationInArchive.class)
        .observer(ContainerOutput.class);
    if (ServerProcess.isKnown()) {
      builder.service(DeployableContainer.class, ServerContainer.class);
    }
  }
}

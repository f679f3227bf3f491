// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.microprofile.quarkus;

import org.jboss.arquillian.container.test.spi.client.deployment.ApplicationArchiveProcessor;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Found by Arquillian through the {@link java.util.ServiceLoader}. */
public final class QuarkusAdapter implements LoadableExtension {
  /** For Arquillian. */
  public QuarkusAdapter() {}

  @Override
  public void register(ExtensionBuilder builder) {
    builder.service(ApplicationArchiveProcessor.class, QuarkusApplication.class);
  }
}

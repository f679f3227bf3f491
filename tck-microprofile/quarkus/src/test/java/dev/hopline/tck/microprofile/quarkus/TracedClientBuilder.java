// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.microprofile.quarkus;

import dev.hopline.jaxrs.ClientTracingFeature;
import org.jboss.resteasy.reactive.client.impl.ClientBuilderImpl;

/**
 * Quarkus' own, whose clients find no feature by themselves. An application registers it with each
 * client that it makes; those of the TCK are not ours to change.
 */
public final class TracedClientBuilder extends ClientBuilderImpl {
  /** For the {@link java.util.ServiceLoader}. */
  public TracedClientBuilder() {
    register(ClientTracingFeature.class);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import dev.hopline.Tracing;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import org.jspecify.annotations.Nullable;

/** STUB. Client spans. */
public final class ClientTracingFeature implements Feature {
  public ClientTracingFeature() {
    this(null);
  }

  public ClientTracingFeature(@Nullable Tracing tracing) {}

  @Override
  public boolean configure(FeatureContext context) {
    return false;
  }
}

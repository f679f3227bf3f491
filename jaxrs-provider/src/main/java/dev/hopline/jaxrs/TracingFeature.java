// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import dev.hopline.Tracing;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import org.jspecify.annotations.Nullable;

/** STUB. Server spans. */
public final class TracingFeature implements Feature {
  public TracingFeature() {
    this(null);
  }

  public TracingFeature(@Nullable Tracing tracing) {}

  @Override
  public boolean configure(FeatureContext context) {
    return false;
  }
}

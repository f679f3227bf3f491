// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import dev.hopline.Tracing;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/**
 * {@link TracingFeature} for runtimes that find providers by scanning and do not read services.
 * Where both are found the second one registers nothing. Nobody calls it.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public final class ScannedTracingFeature implements Feature {
  /** For the runtime. */
  public ScannedTracingFeature() {}

  @Override
  public boolean configure(FeatureContext context) {
    return Registration.register(context, Tracing::current);
  }
}

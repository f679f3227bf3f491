// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import dev.hopline.Tracing;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes one SERVER span of each request that the Jakarta REST application gets.
 *
 * <p>Jersey and RESTEasy find it by themselves, through the {@link java.util.ServiceLoader} that
 * Jakarta REST 3.1 section 4.1.4 prescribes, CXF through its bus; where a runtime does not,
 * register the class. On a Jersey client, which reads the same services, it does what {@link
 * ClientTracingFeature} does.
 */
public final class TracingFeature implements Feature {
  private final Supplier<@Nullable Tracing> tracing;

  /** Traces with {@link Tracing#current()} as it is at each request. */
  public TracingFeature() {
    this.tracing = Tracing::current;
  }

  /** Traces with what is given, which the caller closes after the application has stopped. */
  public TracingFeature(Tracing tracing) {
    this.tracing = () -> tracing;
  }

  @Override
  public boolean configure(FeatureContext context) {
    return Registration.register(context, tracing);
  }
}

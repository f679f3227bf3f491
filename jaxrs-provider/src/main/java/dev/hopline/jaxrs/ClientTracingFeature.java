// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import dev.hopline.Tracing;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes one CLIENT span of each call and sends its context along.
 *
 * <p>Jersey's, RESTEasy's, CXF's and all MicroProfile REST clients have it by themselves.
 * Elsewhere: {@code ClientBuilder.newBuilder().register(ClientTracingFeature.class)}.
 */
@ConstrainedTo(RuntimeType.CLIENT)
public final class ClientTracingFeature implements Feature {
  private final Supplier<@Nullable Tracing> tracing;

  /** Traces with {@link Tracing#current()} as it is at each call. */
  public ClientTracingFeature() {
    this.tracing = Tracing::current;
  }

  /** Traces with what is given, which the caller closes after the client. */
  public ClientTracingFeature(Tracing tracing) {
    this.tracing = () -> tracing;
  }

  @Override
  public boolean configure(FeatureContext context) {
    return Registration.registerClient(context, tracing);
  }
}

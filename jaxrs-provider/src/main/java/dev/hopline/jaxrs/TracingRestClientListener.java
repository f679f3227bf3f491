// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import dev.hopline.Tracing;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientBuilderListener;

/**
 * Gives every MicroProfile REST client, injected or built, the feature. Found through the {@link
 * java.util.ServiceLoader}; nobody calls it.
 *
 * <p>It registers no {@code AsyncInvocationInterceptor} to carry the caller's context: Jersey may
 * apply that on a thread of its pool and remove it on the caller's, which would leave the one with
 * a context of somebody else's and the other without its own.
 */
public final class TracingRestClientListener implements RestClientBuilderListener {
  /** For the {@link java.util.ServiceLoader}. */
  public TracingRestClientListener() {}

  @Override
  public void onNewBuilder(RestClientBuilder builder) {
    HiddenRuntime.provideContexts();
    Tracing known = Tracing.current();
    if (known != null && !known.enabled()) {
      return;
    }
    builder.register(ClientTracingFeature.class);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import dev.hopline.Tracing;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientBuilderListener;

/**
 * Gives every MicroProfile REST client, injected or built, the feature and the caller's context on
 * the thread of an asynchronous call. Found through the {@link java.util.ServiceLoader}; nobody
 * calls it.
 */
public final class TracingRestClientListener implements RestClientBuilderListener {
  /** For the {@link java.util.ServiceLoader}. */
  public TracingRestClientListener() {}

  @Override
  public void onNewBuilder(RestClientBuilder builder) {
    Tracing known = Tracing.current();
    if (known != null && !known.enabled()) {
      return;
    }
    builder.register(ClientTracingFeature.class);
    builder.register(new CallerContext());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import dev.hopline.Tracing;
import dev.hopline.jaxrs.exchange.ClientCall;
import dev.hopline.jaxrs.quarkus.QuarkusHook;
import dev.hopline.jaxrs.resteasy.ResteasyHook;
import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Begins a call before all other filters, for one of them may end it. Jakarta REST has no callback
 * for a call that fails; where there is a hook it is asked to end this one.
 */
@Priority(Integer.MIN_VALUE)
final class ClientCallFilter implements ClientRequestFilter {
  private final Supplier<@Nullable Tracing> source;
  private final KnownRuntime runtime;
  private final RestClientMethod.Known methods;

  ClientCallFilter(
      Supplier<@Nullable Tracing> source, KnownRuntime runtime, RestClientMethod.Known methods) {
    this.source = source;
    this.runtime = runtime;
    this.methods = methods;
  }

  @Override
  public void filter(ClientRequestContext request) {
    Tracing tracing = source.get();
    ClientCall call = tracing == null ? null : ClientCall.begin(request, tracing);
    if (call == null) {
      return;
    }
    methods.tell(call, request);
    switch (runtime) {
      // Its hook, registered beside this, sees every end.
      case JERSEY -> {}
      case QUARKUS -> QuarkusHook.watch(request, call);
      case RESTEASY -> call.watch(request, ResteasyHook.staysOnThread(request));
      case OTHER -> call.watch(request, false);
    }
  }
}

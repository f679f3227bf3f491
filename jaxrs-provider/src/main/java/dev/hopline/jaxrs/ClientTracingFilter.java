// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import dev.hopline.jaxrs.exchange.ClientCall;
import dev.hopline.jaxrs.resteasy.ResteasyHook;
import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;

/**
 * Starts the span of a call and injects its context; ends it at the response. It runs last before
 * the call goes out and first when the answer comes, so that what other filters do is not the other
 * service's time. No scope is opened: nothing of the user's runs in between.
 */
@Priority(Integer.MAX_VALUE)
final class ClientTracingFilter implements ClientRequestFilter, ClientResponseFilter {
  private final KnownRuntime runtime;
  private final RestClientMethod.Known methods;

  ClientTracingFilter(KnownRuntime runtime, RestClientMethod.Known methods) {
    this.runtime = runtime;
    this.methods = methods;
  }

  @Override
  public void filter(ClientRequestContext request) {
    ClientCall call = ClientCall.of(request);
    if (call == null) {
      return;
    }
    methods.tell(call, request);
    call.start(request);
    if (runtime == KnownRuntime.RESTEASY) {
      ResteasyHook.watch(request);
    }
  }

  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response) {
    ClientCall call = ClientCall.of(request);
    // Quarkus calls this with status 0 when there is no response; its hook has the reason.
    if (call != null && response.getStatus() > 0) {
      call.end(response);
      if (runtime == KnownRuntime.QUARKUS) {
        // It knows the request no more when it is invoked again, but keeps its headers.
        call.withdraw(request);
      }
    }
  }
}

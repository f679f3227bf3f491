// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.quarkus;

import dev.hopline.HttpSpan;
import dev.hopline.jaxrs.ClientCall;
import jakarta.ws.rs.client.ClientRequestContext;
import org.jboss.resteasy.reactive.client.impl.ClientRequestContextImpl;

/** What the REST client of Quarkus tells beside the filters: how a call without response ended. */
public final class QuarkusClientHook {
  private QuarkusClientHook() {}

  /** Ends the span when the call completes, if no response has done so. */
  public static void watch(ClientRequestContext request, HttpSpan span) {
    if (request instanceof ClientRequestContextImpl call) {
      call.getRestClientRequestContext()
          .registerCompletionCallback(
              error -> span.end(0, error == null ? null : ClientCall.reason(error)));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.Response;

/**
 * Filters of a client that end a call as its manner says: {@code before-aborts}, {@code
 * before-throws}, and the same for {@code after}; {@code response-throws}.
 */
final class TckCallFilter {
  private TckCallFilter() {}

  /** Ends the call in the request filters, if its manner is of that place. */
  static void request(ClientRequestContext request, String place, String manner) {
    if (manner.equals(place + "-aborts")) {
      request.abortWith(Response.status(418).entity("aborted").type("text/plain").build());
    } else if (manner.equals(place + "-throws")) {
      throw new IllegalStateException("thrown by the filter: " + place);
    }
  }

  /** Ends the call in the response filters, if that is its manner. */
  static void response(String manner) {
    if (manner.equals("response-throws")) {
      throw new IllegalStateException("thrown by the response filter");
    }
  }

  /** As filters of applications are: before those of tracing, which come last. */
  @Priority(1000)
  static final class Before implements ClientRequestFilter, ClientResponseFilter {
    private final String manner;

    Before(String manner) {
      this.manner = manner;
    }

    @Override
    public void filter(ClientRequestContext request) {
      TckCallFilter.request(request, "before", manner);
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
      TckCallFilter.response(manner);
    }
  }

  /** As late as a filter can be. */
  @Priority(Integer.MAX_VALUE)
  static final class After implements ClientRequestFilter {
    private final String manner;

    After(String manner) {
      this.manner = manner;
    }

    @Override
    public void filter(ClientRequestContext request) {
      TckCallFilter.request(request, "after", manner);
    }
  }
}

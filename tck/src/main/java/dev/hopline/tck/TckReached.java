// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Tells a test, which sees the answer alone, that Jakarta REST had a part in it. */
@Provider
public class TckReached implements ContainerResponseFilter {
  /** The response header, with the number of the request. */
  static final String HEADER = "tck-reached";

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    String id = request.getHeaderString(HostileRequests.ID);
    if (id != null) {
      response.getHeaders().putSingle(HEADER, id);
    }
  }
}

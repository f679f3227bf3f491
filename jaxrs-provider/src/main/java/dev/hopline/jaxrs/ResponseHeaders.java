// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import dev.hopline.HttpSpan;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** The headers that the span reads from a response, and the one that it adds; after all filters. */
@Priority(Integer.MIN_VALUE)
final class ResponseHeaders implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    HttpSpan span = RequestSpan.of(request);
    if (span != null) {
      exchange(span, response);
    }
  }

  static void exchange(HttpSpan span, ContainerResponseContext response) {
    String traceresponse = span.traceresponse();
    if (traceresponse != null) {
      response.getHeaders().putSingle(HttpSpan.TRACERESPONSE, traceresponse);
    }
    span.response(response, ContainerResponseContext::getHeaderString);
  }
}

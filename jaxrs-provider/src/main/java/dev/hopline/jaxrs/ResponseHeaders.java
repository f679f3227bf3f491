// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import dev.hopline.HttpSpan;
import jakarta.ws.rs.container.ContainerResponseContext;

/** The headers that the span reads from a response, and the one that it adds; after all filters. */
final class ResponseHeaders {
  private ResponseHeaders() {}

  static void exchange(HttpSpan span, ContainerResponseContext response) {
    String traceresponse = span.traceresponse();
    if (traceresponse != null) {
      response.getHeaders().putSingle(HttpSpan.TRACERESPONSE, traceresponse);
    }
    span.response(response, ContainerResponseContext::getHeaderString);
  }
}

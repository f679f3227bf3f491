// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import dev.hopline.HttpSpan;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jspecify.annotations.Nullable;

/** Where filters find the span of their request. */
final class RequestSpan {
  private RequestSpan() {}

  static @Nullable HttpSpan of(ContainerRequestContext request) {
    if (request.getProperty(HttpSpan.REQUEST_PROPERTY) instanceof HttpSpan span) {
      return span;
    }
    // Where the outermost hook could not set the property, its scope is open.
    HttpSpan current = HttpSpan.current();
    return current == null || current.ended() ? null : current;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import dev.hopline.HttpSpan;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jspecify.annotations.Nullable;

/** Where the layers of one request find its span: in one property of the request. */
public final class RequestSpan {
  /** The property's name; servlet and RESTEasy show the same one as an attribute. */
  public static final String PROPERTY = HttpSpan.class.getName();

  private RequestSpan() {}

  static @Nullable HttpSpan of(ContainerRequestContext request) {
    if (request.getProperty(PROPERTY) instanceof HttpSpan span) {
      return span;
    }
    // Quarkus: the Vert.x hook cannot set the property, but its context is kept with the request.
    HttpSpan current = HttpSpan.current();
    return current == null || current.ended() ? null : current;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import dev.hopline.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Reads a request as Jakarta REST shows it to filters, on whatever runtime. */
final class ContainerRequestReader implements HttpServerRequest<ContainerRequestContext> {
  static final ContainerRequestReader INSTANCE = new ContainerRequestReader();

  private ContainerRequestReader() {}

  @Override
  public String method(ContainerRequestContext request) {
    return request.getMethod();
  }

  @Override
  public String scheme(ContainerRequestContext request) {
    URI uri = uri(request);
    String scheme = uri == null ? null : uri.getScheme();
    return scheme == null ? "http" : scheme;
  }

  @Override
  public String path(ContainerRequestContext request) {
    URI uri = uri(request);
    String path = uri == null ? request.getUriInfo().getPath(false) : uri.getRawPath();
    return path == null ? "" : path;
  }

  @Override
  public @Nullable String query(ContainerRequestContext request) {
    URI uri = uri(request);
    return uri == null ? null : uri.getRawQuery();
  }

  @Override
  public @Nullable String header(ContainerRequestContext request, String name) {
    return request.getHeaderString(name);
  }

  @Override
  public Iterable<String> keys(ContainerRequestContext request) {
    return request.getHeaders().keySet();
  }

  /** Null if a server lets a character pass of which {@code java.net.URI} knows nothing. */
  private static @Nullable URI uri(ContainerRequestContext request) {
    try {
      return request.getUriInfo().getRequestUri();
    } catch (IllegalArgumentException illegal) {
      return null;
    }
  }
}

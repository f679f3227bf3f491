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
    String scheme = uri(request).getScheme();
    return scheme == null ? "http" : scheme;
  }

  @Override
  public String path(ContainerRequestContext request) {
    String path = uri(request).getRawPath();
    return path == null ? "" : path;
  }

  @Override
  public @Nullable String query(ContainerRequestContext request) {
    return uri(request).getRawQuery();
  }

  @Override
  public @Nullable String header(ContainerRequestContext request, String name) {
    return request.getHeaderString(name);
  }

  @Override
  public Iterable<String> keys(ContainerRequestContext request) {
    return request.getHeaders().keySet();
  }

  private static URI uri(ContainerRequestContext request) {
    return request.getUriInfo().getRequestUri();
  }
}

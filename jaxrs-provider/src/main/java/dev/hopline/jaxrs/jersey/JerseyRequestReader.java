// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.jersey;

import dev.hopline.HttpServerRequest;
import java.util.List;
import org.glassfish.jersey.server.ContainerRequest;
import org.jspecify.annotations.Nullable;

/** Reads a request as Jersey keeps it, which needs no further object. */
final class JerseyRequestReader implements HttpServerRequest<ContainerRequest> {
  static final JerseyRequestReader INSTANCE = new JerseyRequestReader();

  private JerseyRequestReader() {}

  @Override
  public String method(ContainerRequest request) {
    return request.getMethod();
  }

  @Override
  public String scheme(ContainerRequest request) {
    String scheme = request.getRequestUri().getScheme();
    return scheme == null ? "http" : scheme;
  }

  @Override
  public String path(ContainerRequest request) {
    String path = request.getRequestUri().getRawPath();
    return path == null ? "" : path;
  }

  @Override
  public @Nullable String query(ContainerRequest request) {
    return request.getRequestUri().getRawQuery();
  }

  @Override
  public @Nullable String header(ContainerRequest request, String name) {
    List<String> values = request.getRequestHeader(name);
    if (values == null || values.isEmpty()) {
      return null;
    }
    return values.size() == 1 ? values.get(0) : String.join(",", values);
  }

  @Override
  public Iterable<String> keys(ContainerRequest request) {
    return request.getHeaders().keySet();
  }
}

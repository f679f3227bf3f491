// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.resteasy;

import dev.hopline.HttpServerRequest;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.spi.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Reads a request as RESTEasy keeps it. */
final class ResteasyRequestReader implements HttpServerRequest<HttpRequest> {
  static final ResteasyRequestReader INSTANCE = new ResteasyRequestReader();

  private ResteasyRequestReader() {}

  @Override
  public String method(HttpRequest request) {
    return request.getHttpMethod();
  }

  @Override
  public String scheme(HttpRequest request) {
    String scheme = uri(request).getScheme();
    return scheme == null ? "http" : scheme;
  }

  @Override
  public String path(HttpRequest request) {
    String path = uri(request).getRawPath();
    return path == null ? "" : path;
  }

  @Override
  public @Nullable String query(HttpRequest request) {
    return uri(request).getRawQuery();
  }

  @Override
  public @Nullable String header(HttpRequest request, String name) {
    List<String> values = request.getHttpHeaders().getRequestHeader(name);
    if (values == null || values.isEmpty()) {
      return null;
    }
    return values.size() == 1 ? values.get(0) : String.join(",", values);
  }

  @Override
  public Iterable<String> keys(HttpRequest request) {
    return request.getHttpHeaders().getRequestHeaders().keySet();
  }

  private static URI uri(HttpRequest request) {
    return request.getUri().getRequestUri();
  }
}

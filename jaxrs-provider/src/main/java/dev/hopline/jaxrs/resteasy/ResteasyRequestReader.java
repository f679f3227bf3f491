// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.resteasy;

import dev.hopline.HttpServerRequest;
import jakarta.ws.rs.core.UriInfo;
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
    String text = UnparsedUri.of(request.getUri());
    if (text != null) {
      return UnparsedUri.scheme(text);
    }
    URI uri = uri(request.getUri());
    String scheme = uri == null ? null : uri.getScheme();
    return scheme == null ? "http" : scheme;
  }

  @Override
  public String path(HttpRequest request) {
    String text = UnparsedUri.of(request.getUri());
    String below = request.getUri().getPath(false);
    if (text != null) {
      // A target in absolute form is fit for its reader, too, who has to make the path of it then.
      return UnparsedUri.hasPath(text, "", below) ? below : text;
    }
    URI uri = uri(request.getUri());
    String path = uri == null ? below : uri.getRawPath();
    return path == null ? "" : path;
  }

  @Override
  public @Nullable String query(HttpRequest request) {
    String text = UnparsedUri.of(request.getUri());
    if (text != null) {
      return UnparsedUri.query(text);
    }
    URI uri = uri(request.getUri());
    return uri == null ? null : uri.getRawQuery();
  }

  @Override
  public @Nullable String header(HttpRequest request, String name) {
    // The same map as the headers that cannot be changed, which wrap each answer.
    List<String> values = request.getMutableHeaders().get(name);
    if (values == null || values.isEmpty()) {
      return null;
    }
    return values.size() == 1 ? values.get(0) : String.join(",", values);
  }

  @Override
  public Iterable<String> keys(HttpRequest request) {
    return request.getHttpHeaders().getRequestHeaders().keySet();
  }

  /** Null if a server lets a character pass of which {@code java.net.URI} knows nothing. */
  static @Nullable URI uri(UriInfo request) {
    try {
      return request.getRequestUri();
    } catch (IllegalArgumentException illegal) {
      return null;
    }
  }
}

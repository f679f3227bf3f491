// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import dev.hopline.HttpClientRequest;
import dev.hopline.jaxrs.exchange.ClientCall;
import jakarta.ws.rs.client.ClientRequestContext;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Reads the requests of one client and sets their headers. */
record ClientRequestReader(RestClientMethod.Known methods)
    implements HttpClientRequest<ClientRequestContext> {

  ClientRequestReader(KnownRuntime runtime) {
    this(new RestClientMethod.Known(runtime));
  }

  @Override
  public String method(ClientRequestContext request) {
    return request.getMethod();
  }

  @Override
  public URI uri(ClientRequestContext request) {
    return request.getUri();
  }

  @Override
  public @Nullable String header(ClientRequestContext request, String name) {
    return request.getHeaderString(name);
  }

  @Override
  public @Nullable String urlTemplate(ClientRequestContext request) {
    RestClientMethod method = methods.of(request);
    return method == null ? null : method.template();
  }

  @Override
  public boolean isTraced(ClientRequestContext request) {
    RestClientMethod method = methods.of(request);
    return method == null || method.traced();
  }

  @Override
  public void set(@Nullable ClientRequestContext request, String key, String value) {
    if (request != null) {
      ClientCall.header(request, key, value);
    }
  }
}

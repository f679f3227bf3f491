// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.exchange;

import dev.hopline.HttpClientRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A request as it was when the call began, for a call that ends before it is to be sent. */
record UnsentRequest(String method, URI uri, @Nullable String template, boolean traced) {
  static <R> UnsentRequest of(R request, HttpClientRequest<R> reader) {
    return new UnsentRequest(
        reader.method(request),
        reader.uri(request),
        reader.urlTemplate(request),
        reader.isTraced(request));
  }

  /** There are no headers, and nobody receives those that are set. */
  enum Reader implements HttpClientRequest<UnsentRequest> {
    INSTANCE;

    @Override
    public String method(UnsentRequest request) {
      return request.method;
    }

    @Override
    public URI uri(UnsentRequest request) {
      return request.uri;
    }

    @Override
    public @Nullable String header(UnsentRequest request, String name) {
      return null;
    }

    @Override
    public @Nullable String urlTemplate(UnsentRequest request) {
      return request.template;
    }

    @Override
    public boolean isTraced(UnsentRequest request) {
      return request.traced;
    }

    @Override
    public void set(@Nullable UnsentRequest request, String key, String value) {
      // Not sent.
    }
  }
}

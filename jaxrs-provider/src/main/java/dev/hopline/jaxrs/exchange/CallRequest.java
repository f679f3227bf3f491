// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.exchange;

import dev.hopline.HttpClientRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Reads the request of a call as it is sent; of one that ends before that, as it was at first: then
 * there are no headers, and nobody receives those that are set.
 */
enum CallRequest implements HttpClientRequest<ClientCall> {
  INSTANCE;

  @Override
  public String method(ClientCall call) {
    return call.method;
  }

  @Override
  public URI uri(ClientCall call) {
    return call.uri;
  }

  @Override
  public @Nullable String header(ClientCall call, String name) {
    return call.sending == null ? null : call.sending.getHeaderString(name);
  }

  @Override
  public @Nullable String urlTemplate(ClientCall call) {
    return call.template;
  }

  @Override
  public boolean isTraced(ClientCall call) {
    return call.traced;
  }

  @Override
  public void set(@Nullable ClientCall call, String key, String value) {
    if (call != null && call.sending != null) {
      call.sending.getHeaders().putSingle(key, value);
      call.note(key);
    }
  }
}

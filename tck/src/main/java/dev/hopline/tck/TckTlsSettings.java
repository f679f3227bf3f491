// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** What a client itself says of its settings for TLS. */
record TckTlsSettings(@Nullable SSLContext context, @Nullable HostnameVerifier verifier) {
  /**
   * CXF makes a context for whoever asks if it was given stores: such a one says nothing. Nor does
   * its MicroProfile REST client, which has no client below it.
   */
  static TckTlsSettings of(@Nullable Client client) {
    if (client == null) {
      return new TckTlsSettings(null, null);
    }
    SSLContext context = client.getSslContext();
    return new TckTlsSettings(
        client.getSslContext() == context ? context : null, client.getHostnameVerifier());
  }

  /** Finds the client below one that does not show it. */
  static final class Note implements ClientRequestFilter {
    private @Nullable Client client;
    private @Nullable TckTlsSettings before;

    @Override
    public synchronized void filter(ClientRequestContext request) {
      client = request.getClient();
      before = of(request.getClient());
    }

    /** Whether the settings are those that the call began with. */
    synchronized boolean kept() {
      return before != null && of(client).equals(before);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * What a client is told of TLS.
 *
 * @param stores whether it is told by {@code keyStore} and {@code trustStore}, not by {@code
 *     sslContext} and {@code hostnameVerifier}
 * @param key its own; null for none
 * @param trusted whom it trusts
 */
record TckTls(boolean stores, @Nullable KeyStore key, KeyStore trusted) {
  /** No key of the client's own. */
  static final String NONE = "none";

  /** Its word in a query. */
  static String text(String way, String key, TlsKeys keys) {
    return String.join(",", way, key, keys.directory().toString());
  }

  /** Reads what {@link #text} says. */
  static TckTls of(String text) throws IOException, GeneralSecurityException {
    String[] words = text.split(",", 3);
    TlsKeys keys = new TlsKeys(Path.of(words[2]));
    KeyStore key = words[1].equals(NONE) ? null : keys.key(words[1]);
    return new TckTls(words[0].equals("stores"), key, keys.certificate(TlsKeys.SERVER));
  }

  SSLContext context() throws GeneralSecurityException {
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(key, TlsKeys.PASSWORD.toCharArray());
    TrustManagerFactory others =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    others.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(key == null ? null : own.getKeyManagers(), others.getTrustManagers(), null);
    return context;
  }

  /** One that is nobody's default. */
  static HostnameVerifier verifier() {
    return (host, session) -> host.equals("localhost");
  }
}

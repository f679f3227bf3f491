// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * A server on loopback that demands the certificate of {@link TlsKeys#CLIENT} and answers whoever
 * has it with 200. Thread-safe.
 */
final class MutualTlsServer implements AutoCloseable {
  private static final int PLENTY = 50;

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
  private final List<String> refused = new CopyOnWriteArrayList<>();

  /** A request that has come in: whose certificate came along, and which context. */
  record Arrival(String subject, @Nullable String traceparent) {}

  /** Asks for a certificate of anybody, so that a wrong one is sent, and accepts a single one. */
  private final class OnlyClient implements X509TrustManager {
    private final Certificate client;

    OnlyClient(Certificate client) {
      this.client = client;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      if (!chain[0].equals(client)) {
        refused.add(chain[0].getSubjectX500Principal().getName());
        throw new CertificateException("not the client's");
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      throw new CertificateException("a server calls nobody");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  private MutualTlsServer(TlsKeys keys) throws IOException, GeneralSecurityException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    server = HttpsServer.create(new InetSocketAddress(loopback, 0), PLENTY);
    server.setHttpsConfigurator(new Demanding(context(keys)));
    server.setExecutor(threads);
    server.createContext("/", this::answer);
  }

  static MutualTlsServer open(TlsKeys keys) throws IOException, GeneralSecurityException {
    MutualTlsServer opened = new MutualTlsServer(keys);
    opened.server.start();
    return opened;
  }

  private SSLContext context(TlsKeys keys) throws IOException, GeneralSecurityException {
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys.key(TlsKeys.SERVER), TlsKeys.PASSWORD.toCharArray());
    Certificate client = keys.key(TlsKeys.CLIENT).getCertificate(TlsKeys.CLIENT);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), new TrustManager[] {new OnlyClient(client)}, null);
    return context;
  }

  private static final class Demanding extends HttpsConfigurator {
    Demanding(SSLContext context) {
      super(context);
    }

    @Override
    public void configure(HttpsParameters connection) {
      SSLParameters parameters = getSSLContext().getDefaultSSLParameters();
      parameters.setNeedClientAuth(true);
      connection.setSSLParameters(parameters);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String subject = ((HttpsExchange) exchange).getSSLSession().getPeerPrincipal().getName();
      String traceparent = exchange.getRequestHeaders().getFirst("traceparent");
      arrivals.add(new Arrival(subject, traceparent));
      exchange.getResponseHeaders().add("Content-Type", "text/plain");
      byte[] body = {'o', 'k'};
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** Where it is called, by one of its names. */
  URI uri(String host) {
    return URI.create("https://" + host + ":" + server.getAddress().getPort() + "/subject");
  }

  /** Has {@link #arrivals} and {@link #refused} begin anew. */
  void forget() {
    arrivals.clear();
    refused.clear();
  }

  /** The requests that came in. */
  List<Arrival> arrivals() {
    return arrivals;
  }

  /** The subjects of the certificates that were refused. */
  List<String> refused() {
    return refused;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.StatusCode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What the contracts of one kind of client each have in common: an application that calls a server
 * that demands a certificate.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MutualTlsCalls {
  @RegisterExtension final TracedApplication app;

  private TlsKeys keys;
  private MutualTlsServer server;

  MutualTlsCalls(TracingRuntime runtime) {
    app = new TracedApplication(runtime);
  }

  @BeforeAll
  void openServer() throws IOException, GeneralSecurityException, InterruptedException {
    keys = TlsKeys.generate();
    server = MutualTlsServer.open(keys);
  }

  @AfterAll
  void closeServer() throws IOException {
    server.close();
    keys.close();
  }

  /**
   * The call arrives with the certificate and the context.
   *
   * @param path with its first query parameter
   * @param way {@code context} or {@code stores}
   */
  void checkAccepted(String path, String way) throws IOException, InterruptedException {
    URI url = server.uri("localhost");
    HttpResponse<String> response = call(path, url, TckTls.text(way, TlsKeys.CLIENT, keys));

    assertThat(calledStatus(response)).as(response.body()).isEqualTo("200");
    ReceivedSpan client = takeClient(response, url);
    String traceparent = "00-%s-%s-01".formatted(client.traceId(), client.spanId());
    assertThat(server.arrivals())
        .containsExactly(new MutualTlsServer.Arrival("CN=client", traceparent));
    assertThat(client.status()).isEqualTo(StatusCode.UNSET);
    assertThat(client.attributes())
        .containsEntry("http.response.status_code", 200L)
        .doesNotContainKey("error.type");
  }

  /**
   * One of the two does not trust the other, so that there is nothing but the handshake.
   *
   * @param key the client's own
   * @param host what the client calls the server
   */
  void checkRefused(String path, String key, String host) throws IOException, InterruptedException {
    URI url = server.uri(host);
    HttpResponse<String> response = call(path, url, TckTls.text("stores", key, keys));

    assertThat(calledStatus(response)).as(response.body()).isEqualTo("0");
    ReceivedSpan client = takeClient(response, url);
    assertThat(server.arrivals()).isEmpty();
    if (key.equals(TlsKeys.STRANGER)) {
      assertThat(server.refused()).containsOnly("CN=stranger");
    }
    assertThat(client.status()).isEqualTo(StatusCode.ERROR);
    assertThat(client.attributes()).doesNotContainKey("http.response.status_code");
    assertThat(client.exceptions()).hasSize(1);
    // The SDK writes a nested class with a dot.
    assertThat(String.valueOf(client.attribute("error.type")).replace('$', '.'))
        .endsWith("Exception")
        .isEqualTo(client.exceptions().get(0).get("exception.type"));
  }

  private HttpResponse<String> call(String path, URI url, String tls)
      throws IOException, InterruptedException {
    server.forget();
    HttpResponse<String> response =
        app.get(
            "%s&url=%s&tls=%s".formatted(path, encoded(url.toString()), encoded(tls)),
            "traceparent",
            RemoteParent.random().traceparent());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().allValues(TckTlsResource.KEPT)).isEqualTo(List.of("true"));
    return response;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String calledStatus(HttpResponse<String> response) {
    return response.headers().firstValue(TckClientResource.CALLED_STATUS).orElseThrow();
  }

  private ReceivedSpan takeClient(HttpResponse<String> response, URI url) {
    ReceivedSpan caller = app.spans.takeServer();
    ReceivedSpan client = app.spans.takeClient();
    assertThat(client).matches(span -> span.isChildOf(caller));
    assertThat(client.attributes())
        .containsEntry("url.full", url.toString())
        .containsEntry("server.address", url.getHost())
        .containsEntry("server.port", (long) url.getPort());
    assertThat(response.headers().firstValue(TckClientResource.CURRENT_SPAN))
        .hasValue(caller.traceId() + '-' + caller.spanId());
    return client;
  }
}

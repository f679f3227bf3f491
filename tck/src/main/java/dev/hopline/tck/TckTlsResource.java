// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** Calls on over TLS, by the runtime's own Jakarta REST client. */
@Path("tck/tls")
public class TckTlsResource {
  /** The response header with whether the client's settings are after the call as before. */
  static final String KEPT = "tls-settings-kept";

  private static final int PATIENT_SECONDS = 20;

  /**
   * Makes a GET.
   *
   * @param mode {@code sync}, {@code async} for a future, {@code rx} for a stage
   * @param tls see {@link TckTls#text}
   * @return 200 with the body of the response, or the class names of the exception and its causes
   */
  @GET
  public Response call(
      @QueryParam("url") URI url, @QueryParam("mode") String mode, @QueryParam("tls") String tls)
      throws Exception {
    Client client = client(TckTls.of(tls));
    TckTlsSettings before = TckTlsSettings.of(client);
    try (Response called = TckClientResource.call(client.target(url).request(), mode)) {
      String body = called.readEntity(String.class);
      return answer(called.getStatus(), body, before.equals(TckTlsSettings.of(client)));
    } catch (Exception failed) {
      return answer(0, causes(failed), before.equals(TckTlsSettings.of(client)));
    } finally {
      client.close();
    }
  }

  private static Client client(TckTls tls) throws Exception {
    ClientBuilder builder =
        TckClientResource.traced(ClientBuilder.newBuilder())
            .readTimeout(PATIENT_SECONDS, TimeUnit.SECONDS);
    if (!tls.stores()) {
      return builder.sslContext(tls.context()).hostnameVerifier(TckTls.verifier()).build();
    }
    if (tls.key() != null) {
      builder.keyStore(tls.key(), TlsKeys.PASSWORD);
    }
    return builder.trustStore(tls.trusted()).build();
  }

  static String causes(Exception failed) {
    StringBuilder causes = new StringBuilder();
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      causes.append(cause).append('\n');
    }
    return causes.toString();
  }

  static Response answer(int calledStatus, String body, boolean kept) {
    return Response.ok(body)
        .header(TckClientResource.CALLED_STATUS, calledStatus)
        .header(TckClientResource.CURRENT_SPAN, TckResource.currentSpan())
        .header(KEPT, kept)
        .build();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Calls on over TLS, by MicroProfile REST clients; of use where the runtime has any. */
@Path("tck/rest-tls")
public class TckRestTlsResource {
  private static final int PATIENT_SECONDS = 20;

  /**
   * Makes a GET.
   *
   * @param mode {@code sync} or {@code stage}
   * @param tls see {@link TckTls#text}
   * @return as {@link TckTlsResource#call}
   */
  @GET
  public Response call(
      @QueryParam("url") URI url, @QueryParam("mode") String mode, @QueryParam("tls") String tls)
      throws Exception {
    TckTlsSettings.Note settings = new TckTlsSettings.Note();
    TckTlsClient client = client(url, TckTls.of(tls), settings);
    try {
      String body =
          mode.equals("sync")
              ? client.sync()
              : client.stage().toCompletableFuture().get(PATIENT_SECONDS, TimeUnit.SECONDS);
      return TckTlsResource.answer(200, body, settings.kept());
    } catch (Exception failed) {
      return TckTlsResource.answer(0, TckTlsResource.causes(failed), settings.kept());
    }
  }

  private static TckTlsClient client(URI url, TckTls tls, TckTlsSettings.Note settings)
      throws Exception {
    RestClientBuilder builder =
        RestClientBuilder.newBuilder()
            .baseUri(url.resolve("/"))
            .readTimeout(PATIENT_SECONDS, TimeUnit.SECONDS)
            .register(settings);
    if (!tls.stores()) {
      builder.sslContext(tls.context()).hostnameVerifier(TckTls.verifier());
      return builder.build(TckTlsClient.class);
    }
    if (tls.key() != null) {
      builder.keyStore(tls.key(), TlsKeys.PASSWORD);
    }
    return builder.trustStore(tls.trusted()).build(TckTlsClient.class);
  }
}

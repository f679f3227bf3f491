// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Makes calls by a MicroProfile REST client that is injected. It is no part of {@link
 * TckApplication}, which needs no CDI: a runner that has CDI adds it.
 */
@Path("tck/injected-calls")
@ApplicationScoped
public class TckInjectedCallResource {
  // Looked up at the call: containers without such clients find this bean, too.
  @Inject @RestClient Instance<TckInjectedClient> client;

  /**
   * Makes a GET.
   *
   * @param mode {@code sync}, or {@code stage}
   * @return see {@link TckCall#answer}
   */
  @GET
  public Response call(
      @QueryParam("url") URI url,
      @QueryParam("mode") String mode,
      @QueryParam("manner") String manner)
      throws Exception {
    String word = TckRestTarget.of(url).word();
    TckCall call = new TckCall(url, manner, () -> {});
    return call.answer(
        () ->
            mode.equals("stage")
                ? call.await(client.get().stage(word, url).toCompletableFuture())
                : client.get().get(word, url));
  }
}

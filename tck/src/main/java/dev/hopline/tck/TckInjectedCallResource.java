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
   * @param manner see {@link TckCall}; none that needs a client of its own
   * @return see {@link TckCall#answer}
   */
  @GET
  public Response call(
      @QueryParam("url") URI url,
      @QueryParam("mode") String mode,
      @QueryParam("manner") String manner)
      throws Exception {
    TckCall call = new TckCall(url, manner, () -> {});
    return call.answer(() -> make(call, client.get(), mode.equals("stage")));
  }

  private static Response make(TckCall call, TckInjectedClient client, boolean stage)
      throws Exception {
    URI url = call.url();
    String word = TckRestTarget.of(url).word();
    return stage
        ? call.make(
            () -> call.await(client.stage(word, url, call.manner()).toCompletableFuture()),
            () -> call.await(client.unreadableStage(word, url).toCompletableFuture()))
        : call.make(() -> client.get(word, url, call.manner()), () -> client.unreadable(word, url));
  }
}

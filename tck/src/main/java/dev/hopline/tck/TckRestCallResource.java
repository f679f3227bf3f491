// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/**
 * Makes calls that end in any way, by MicroProfile REST clients that are built; of use where the
 * runtime has any.
 */
@Path("tck/rest-calls")
public class TckRestCallResource {
  /**
   * Makes a GET.
   *
   * @param mode {@code sync}, or {@code stage}
   * @param manner see {@link TckCall}
   * @return see {@link TckCall#answer}
   */
  @GET
  public Response call(
      @QueryParam("url") URI url,
      @QueryParam("mode") String mode,
      @QueryParam("manner") String manner)
      throws Exception {
    TckRestTarget target = TckRestTarget.of(url);
    TckCallClient client = target.client(TckCallClient.class, manner);
    TckCall call = new TckCall(url, manner, (AutoCloseable) client);
    return call.answer(() -> make(call, client, mode.equals("stage")));
  }

  private static Response make(TckCall call, TckCallClient client, boolean stage) throws Exception {
    String word = TckRestTarget.of(call.url()).word();
    return stage
        ? call.make(
            () -> call.await(client.stage(word).toCompletableFuture()),
            () -> call.await(client.unreadableStage(word).toCompletableFuture()))
        : call.make(() -> client.get(word), () -> client.unreadable(word));
  }
}

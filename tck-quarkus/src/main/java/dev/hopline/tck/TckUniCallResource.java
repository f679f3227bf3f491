// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Makes calls that end in any way, by MicroProfile REST clients whose methods return a Uni. */
@Path("tck/uni-calls")
public class TckUniCallResource {
  /**
   * Makes a GET.
   *
   * @param manner see {@link TckCall}
   * @return see {@link TckCall#answer}
   */
  @GET
  public Response call(@QueryParam("url") URI url, @QueryParam("manner") String manner)
      throws Exception {
    TckRestTarget target = TckRestTarget.of(url);
    TckUniClient client = target.client(TckUniClient.class, manner);
    TckCall call = new TckCall(url, manner, (AutoCloseable) client);
    return call.answer(() -> make(call, client, target.word()));
  }

  private static Response make(TckCall call, TckUniClient client, String word) throws Exception {
    Uni<Response> response = client.get(word);
    if (call.manner().equals("twice")) {
      call.await(response.subscribeAsCompletionStage()).close();
    }
    return call.make(
        () -> call.await(response.subscribeAsCompletionStage()),
        () -> call.await(client.unreadable(word).subscribeAsCompletionStage()));
  }
}

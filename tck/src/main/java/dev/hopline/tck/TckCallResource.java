// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Makes calls that end in any way, by the runtime's own Jakarta REST client. */
@Path("tck/calls")
public class TckCallResource {
  /**
   * Makes a GET.
   *
   * @param mode {@code sync}, {@code async} for a future, {@code rx} for a stage
   * @param manner see {@link TckCall}
   * @return 200 with the body of the response, or the class names of the exception and its causes
   */
  @GET
  public Response call(
      @QueryParam("url") URI url,
      @QueryParam("mode") String mode,
      @QueryParam("manner") String manner)
      throws Exception {
    Client client = TckCall.client(manner);
    try {
      return TckCall.answer(new TckCall(url, manner, client).call(client, mode));
    } catch (Exception failed) {
      return TckCall.failure(failed);
    } finally {
      // What the caller does not wait for may go on.
      if (!manner.equals("cancelled") && !manner.equals("interrupted")) {
        client.close();
      }
    }
  }

  /** Has what is garbage collected. */
  @GET
  @Path("garbage")
  public void garbage() {
    System.gc();
  }
}

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
   * @param mode {@code sync}, {@code async} for a future, {@code callback}, {@code rx} for a stage
   * @param manner see {@link TckCall}
   * @return see {@link TckCall#answer}
   */
  @GET
  public Response call(
      @QueryParam("url") URI url,
      @QueryParam("mode") String mode,
      @QueryParam("manner") String manner)
      throws Exception {
    Client client = TckCall.client(manner);
    TckCall call = new TckCall(url, manner, client::close);
    return call.answer(() -> call.make(client, mode));
  }

  /** Has what is garbage collected. */
  @GET
  @Path("garbage")
  public void garbage() {
    System.gc();
  }
}

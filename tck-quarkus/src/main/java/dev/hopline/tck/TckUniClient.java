// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** A MicroProfile REST client as Quarkus alone has it. */
@Path(TckCallClient.TEMPLATE)
public interface TckUniClient {
  /** A call for each subscription. */
  @GET
  Uni<Response> get(@PathParam("word") String word);

  /** A response that cannot be read. */
  @GET
  Uni<TckCall.Unreadable> unreadable(@PathParam("word") String word);
}

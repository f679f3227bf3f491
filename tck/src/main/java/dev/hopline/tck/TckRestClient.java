// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import dev.hopline.Traced;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A MicroProfile REST client of {@link TckResource}. */
@Path("tck")
@Produces(MediaType.TEXT_PLAIN)
public interface TckRestClient {
  /** The item that is called so. */
  @GET
  @Path("items/{id}")
  String item(@PathParam("id") String id);

  /** The propagation headers received. */
  @GET
  @Path("headers")
  @Traced(false)
  String untracedHeaders();

  /** The same on an interface that opts out as a whole. */
  @Path("tck")
  @Produces(MediaType.TEXT_PLAIN)
  @Traced(false)
  interface Untraced {
    /** The propagation headers received. */
    @GET
    @Path("headers")
    String headers();
  }
}

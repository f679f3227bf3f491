// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.load.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** All that the application under load does, so that most of a request is the runtime's. */
@Path("/orders/{id}")
@ApplicationScoped
public class Orders {
  /** Answers with a short text. */
  @GET
  @Produces(MediaType.TEXT_PLAIN)
  public String order(@PathParam("id") String id) {
    return "order " + id;
  }
}

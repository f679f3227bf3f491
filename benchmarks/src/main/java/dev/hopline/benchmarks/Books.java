// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The application's handlers, which do nothing so that all else is seen. */
@Path("/books")
public class Books {
  /** A method of a class, each with a path. */
  @GET
  @Path("/{id}")
  public String get(@PathParam("id") String id) {
    return id;
  }

  /** A method that reads a body. */
  @POST
  public String post(String body) {
    return body;
  }

  /** A sub-resource. */
  @Path("/{id}/pages")
  public Pages pages() {
    return new Pages();
  }

  /** Reached by a locator alone. */
  public static class Pages {
    /** A method of a sub-resource. */
    @GET
    @Path("/{page}")
    public String get(@PathParam("page") String page) {
      return page;
    }
  }
}

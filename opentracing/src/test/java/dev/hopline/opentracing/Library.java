// SPDX-License-Identifier: Apache-2.0
package dev.hopline.opentracing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.opentracing.Traced;

/** A resource that was written for MicroProfile OpenTracing. */
@Path("books")
public class Library {
  @GET
  public String list() {
    return "all";
  }

  @GET
  @Path("{id}")
  @Traced
  public String find() {
    return "one";
  }

  @GET
  @Path("named")
  @Traced(operationName = "search")
  public String named() {
    return "some";
  }

  @GET
  @Path("quiet")
  @Traced(false)
  public String quiet() {
    return "none";
  }
}

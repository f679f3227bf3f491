// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** What each tenant has used and has left. */
@Path("/usage/{tenant}")
@Produces(MediaType.TEXT_PLAIN)
@ApplicationScoped
public class Meter {
  @Inject Ledger ledger;

  @POST
  public String book(
      @PathParam("tenant") String tenant,
      @QueryParam("tokens") int tokens,
      @BeanParam Drill drill) {
    drill.at("meter");
    return String.valueOf(ledger.book(tenant, tokens));
  }

  @GET
  public String used(@PathParam("tenant") String tenant, @BeanParam Drill drill) {
    drill.at("meter");
    return String.valueOf(ledger.book(tenant, 0));
  }

  @GET
  @Path("/budget")
  public String budget(@PathParam("tenant") String tenant, @BeanParam Drill drill) {
    drill.at("meter");
    return String.valueOf(Ledger.BUDGET - ledger.book(tenant, 0));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Hands out prompts and has the meter say what is left of the tenant's budget. */
@Path("/prompts")
@Produces(MediaType.TEXT_PLAIN)
@ApplicationScoped
public class Prompts {
  @Inject @RestClient MeterClient meter;
  @Inject PromptLibrary library;

  @GET
  @Path("/{name}")
  public String prompt(
      @PathParam("name") String name, @QueryParam("tenant") String tenant, @BeanParam Drill drill) {
    drill.at("prompts");
    String prompt =
        library.find(name).orElseThrow(() -> new NotFoundException("no prompt " + name));
    return prompt.replace("{budget}", meter.budget(tenant, drill));
  }
}

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
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Lets known users through to the model, each on their tenant's account. */
@Path("/users")
@Produces(MediaType.TEXT_PLAIN)
@ApplicationScoped
public class Identity {
  private static final Map<String, String> TENANTS = Map.of("ada", "engines", "grace", "compilers");

  @Inject @RestClient LlmGatewayClient llmGateway;

  @GET
  @Path("/{id}")
  public String ask(@PathParam("id") String id, @BeanParam Drill drill) {
    drill.at("identity");
    String tenant = TENANTS.get(id);
    if (tenant == null) {
      throw new NotFoundException("no user " + id);
    }
    return llmGateway.complete(tenant, "Which call was slow?", drill);
  }
}

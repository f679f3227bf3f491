// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The service that counts the tokens of each tenant. */
@RegisterRestClient(configKey = "meter")
@RegisterProvider(CallFailure.class)
@Path("/usage/{tenant}")
@Produces(MediaType.TEXT_PLAIN)
public interface MeterClient {
  /** Answers with the tokens used after this booking. */
  @POST
  CompletionStage<String> book(
      @PathParam("tenant") String tenant, @QueryParam("tokens") int tokens, @BeanParam Drill drill);

  @GET
  CompletionStage<String> used(@PathParam("tenant") String tenant, @BeanParam Drill drill);

  @GET
  @Path("/budget")
  String budget(@PathParam("tenant") String tenant, @BeanParam Drill drill);
}

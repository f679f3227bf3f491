// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The service that keeps the prompts. */
@RegisterRestClient(configKey = "prompts")
@RegisterProvider(CallFailure.class)
@Produces(MediaType.TEXT_PLAIN)
public interface PromptsClient {
  @GET
  @Path("/prompts/{name}")
  String prompt(
      @PathParam("name") String name, @QueryParam("tenant") String tenant, @BeanParam Drill drill);
}

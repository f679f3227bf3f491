// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The service in front of the language model. */
@RegisterRestClient(configKey = "llm-gateway")
@RegisterProvider(CallFailure.class)
@Produces(MediaType.TEXT_PLAIN)
public interface LlmGatewayClient {
  @POST
  @Path("/completions")
  @Consumes(MediaType.TEXT_PLAIN)
  String complete(@QueryParam("tenant") String tenant, String question, @BeanParam Drill drill);
}

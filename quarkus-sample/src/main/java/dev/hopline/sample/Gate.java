// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The front door: the next answer of a conversation such as {@code ada-1}, and its cost so far. */
@Path("/chat/{conversation}")
@Produces(MediaType.TEXT_PLAIN)
@ApplicationScoped
public class Gate {
  @Inject @RestClient IdentityClient identity;
  @Inject @RestClient MeterClient meter;

  @GET
  public String chat(@PathParam("conversation") String conversation, @BeanParam Drill drill) {
    drill.at("gate");
    return identity.ask(owner(conversation), drill);
  }

  @GET
  @Path("/cost")
  public CompletionStage<String> cost(
      @PathParam("conversation") String conversation, @BeanParam Drill drill) {
    return meter
        .used(owner(conversation), drill)
        .thenApply(tokens -> conversation + " has cost " + tokens + " tokens");
  }

  private static String owner(String conversation) {
    return conversation.split("-", 2)[0];
  }
}

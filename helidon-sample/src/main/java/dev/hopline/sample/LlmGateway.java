// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Completes a question: the tokens are booked while the prompt is fetched. */
@Path("/completions")
@Consumes(MediaType.TEXT_PLAIN)
@Produces(MediaType.TEXT_PLAIN)
@ApplicationScoped
public class LlmGateway {
  @Inject @RestClient PromptsClient prompts;
  @Inject @RestClient MeterClient meter;
  @Inject Model model;

  @POST
  public String complete(
      @QueryParam("tenant") String tenant, String question, @BeanParam Drill drill) {
    drill.at("llm-gateway");
    CompletionStage<String> booked = meter.book(tenant, model.tokens(question), drill);
    String prompt = prompts.prompt("latency", tenant, drill);
    String answer = model.answer(prompt, question);
    return answer + " (" + await(booked) + " tokens used)";
  }

  private static String await(CompletionStage<String> booked) {
    try {
      return booked.toCompletableFuture().join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof WebApplicationException answer ? answer : failed;
    }
  }
}

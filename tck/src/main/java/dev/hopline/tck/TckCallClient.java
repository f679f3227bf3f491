// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;

/** A MicroProfile REST client of whatever there is a word for below its base URI. */
@Path(TckCallClient.TEMPLATE)
public interface TckCallClient {
  /** The template of all its calls. */
  String TEMPLATE = "{word}";

  /** A synchronous call. */
  @GET
  Response get(@PathParam("word") String word);

  /** The same by a stage. */
  @GET
  CompletionStage<Response> stage(@PathParam("word") String word);

  /** A response that cannot be read. */
  @GET
  TckCall.Unreadable unreadable(@PathParam("word") String word);

  /** The same by a stage. */
  @GET
  CompletionStage<TckCall.Unreadable> unreadableStage(@PathParam("word") String word);
}

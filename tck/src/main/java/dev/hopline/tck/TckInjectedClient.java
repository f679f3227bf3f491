// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A MicroProfile REST client that is injected, and told with each call whom to call. */
@RegisterRestClient(baseUri = "http://localhost")
@RegisterProvider(TckInjectedClient.Redirection.class)
@Path(TckCallClient.TEMPLATE)
public interface TckInjectedClient {
  /** The header that says whom to call. */
  String TARGET = "tck-target";

  /** A synchronous call. */
  @GET
  Response get(@PathParam("word") String word, @HeaderParam(TARGET) URI target);

  /** The same by a stage. */
  @GET
  CompletionStage<Response> stage(@PathParam("word") String word, @HeaderParam(TARGET) URI target);

  /** What such a client is configured with is known before there is anybody to call. */
  class Redirection implements ClientRequestFilter {
    /** For the client. */
    public Redirection() {}

    @Override
    public void filter(ClientRequestContext request) {
      request.setUri(URI.create(request.getHeaderString(TARGET)));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.annotation.Priority;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * A MicroProfile REST client that is injected, and told with each call whom to call and in what
 * manner.
 */
@RegisterRestClient(baseUri = "http://localhost")
@RegisterProvider(TckInjectedClient.Redirection.class)
@RegisterProvider(TckInjectedClient.Last.class)
@Path(TckCallClient.TEMPLATE)
public interface TckInjectedClient {
  /** The header that says whom to call. */
  String TARGET = "tck-target";

  /** The header that says how the call is to end, see {@link TckCallFilter}. */
  String MANNER = "tck-manner";

  /** A synchronous call. */
  @GET
  Response get(
      @PathParam("word") String word,
      @HeaderParam(TARGET) URI target,
      @HeaderParam(MANNER) String manner);

  /** The same by a stage. */
  @GET
  CompletionStage<Response> stage(
      @PathParam("word") String word,
      @HeaderParam(TARGET) URI target,
      @HeaderParam(MANNER) String manner);

  /** A response that cannot be read. */
  @GET
  TckCall.Unreadable unreadable(@PathParam("word") String word, @HeaderParam(TARGET) URI target);

  /** The same by a stage. */
  @GET
  CompletionStage<TckCall.Unreadable> unreadableStage(
      @PathParam("word") String word, @HeaderParam(TARGET) URI target);

  private static String manner(ClientRequestContext request) {
    return Objects.requireNonNullElse(request.getHeaderString(MANNER), "plain");
  }

  /** What such a client is configured with is known before there is anybody to call. */
  @Priority(1000)
  class Redirection implements ClientRequestFilter, ClientResponseFilter {
    /** For the client. */
    public Redirection() {}

    @Override
    public void filter(ClientRequestContext request) {
      request.setUri(URI.create(request.getHeaderString(TARGET)));
      TckCallFilter.request(request, "before", manner(request));
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
      TckCallFilter.response(manner(request));
    }
  }

  /** As late as a filter can be. */
  @Priority(Integer.MAX_VALUE)
  class Last implements ClientRequestFilter {
    /** For the client. */
    public Last() {}

    @Override
    public void filter(ClientRequestContext request) {
      TckCallFilter.request(request, "after", manner(request));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.coexistence;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Spans of the application's own. */
@Path("own")
public class Own {
  @Inject Work work;
  @Inject Tracer tracer;
  @Context UriInfo uri;

  /** A child of the SERVER span by each way there is; the body is the span of the method. */
  @GET
  @Path("{id}")
  public String children(@PathParam("id") String id) {
    tracer.spanBuilder("child").startSpan().end();
    work.annotated();
    return work.traced();
  }

  /** The span that is current. */
  @GET
  @Path("current")
  public String current() {
    return Span.current().getSpanContext().getSpanId();
  }

  /** Calls {@link #current}. */
  @GET
  @Path("call/sync")
  public String call() {
    return self().current();
  }

  /** Calls {@link #current}. */
  @GET
  @Path("call/stage")
  public CompletionStage<String> callLater() {
    return self().currentLater();
  }

  private Self self() {
    return RestClientBuilder.newBuilder().baseUri(uri.getBaseUri()).build(Self.class);
  }
}

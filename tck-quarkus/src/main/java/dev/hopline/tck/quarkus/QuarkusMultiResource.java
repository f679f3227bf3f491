// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.quarkus;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Streams of Quarkus; each item is the span that is current where it is made. */
@Path("tck/quarkus/multi")
public class QuarkusMultiResource {
  /** How many items a stream has that ends. */
  public static final int ITEMS = 3;

  /** What a response has that a {@code RestMulti} adds. */
  public static final String HEADER = "tck-multi";

  /** 200, as one body in chunks. */
  @GET
  @Path("chunks")
  @Produces(MediaType.TEXT_PLAIN)
  public Multi<String> chunks() {
    return ticks().select().first(ITEMS);
  }

  /** 200, as events. */
  @GET
  @Path("events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.TEXT_PLAIN)
  public Multi<String> events() {
    return chunks();
  }

  /** 200, with a span of the method's own. */
  @GET
  @Path("spanned")
  @Produces(MediaType.TEXT_PLAIN)
  @WithSpan
  public Multi<String> chunksWithSpan() {
    return chunks();
  }

  /** 200, with {@value #HEADER} and a span of the method's own. */
  @GET
  @Path("headers")
  @Produces(MediaType.TEXT_PLAIN)
  @WithSpan
  public Multi<String> chunksWithHeaders() {
    return RestMulti.fromMultiData(chunks()).header(HEADER, "yes").build();
  }

  /** 500, an error, with the exception recorded once: nothing is written yet. */
  @GET
  @Path("throws")
  @Produces(MediaType.TEXT_PLAIN)
  public Multi<String> failsAtOnce() {
    return Multi.createFrom().failure(() -> new IllegalStateException("before the first item"));
  }

  /** An error with the exception recorded once, though the response began as 200. */
  @GET
  @Path("breaks")
  @Produces(MediaType.TEXT_PLAIN)
  public Multi<String> failsMidway() {
    return chunks().onCompletion().failWith(() -> new IllegalStateException("after the last item"));
  }

  /** The same with events. */
  @GET
  @Path("events/break")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Multi<String> eventsFailMidway() {
    return failsMidway();
  }

  /** Ends when the client goes away. */
  @GET
  @Path("endless")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Multi<String> endless() {
    return ticks();
  }

  private static Multi<String> ticks() {
    return Multi.createFrom()
        .ticks()
        .every(QuarkusUniResource.DELAY)
        .map(tick -> QuarkusUniResource.currentSpan() + ' ');
  }
}

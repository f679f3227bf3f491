// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the contracts call and is answered at once. Each method says what its SERVER span must be.
 */
@Path("tck")
@Produces(MediaType.TEXT_PLAIN)
public class TckResource {
  /** 200, with its own route. A HEAD of it has the same; a DELETE is 405 without a route. */
  @GET
  @Path("ok")
  public String ok() {
    TckProbe.in("method");
    return "ok";
  }

  /** The route is the template, never the value. */
  @GET
  @Path("items/{id}")
  public String item(@PathParam("id") String id) {
    TckProbe.in("method");
    return id;
  }

  /** The route has the name of the parameter, not its regular expression. */
  @GET
  @Path("digits/{id: \\d+}")
  public String digits(@PathParam("id") String id) {
    TckProbe.in("method");
    return id;
  }

  /** The route of the locator and of what it locates, {@link Shelf#book}. */
  @Path("shelves/{shelf}")
  public Shelf shelf(@PathParam("shelf") String shelf) {
    TckProbe.in("locator");
    return new Shelf(shelf);
  }

  /** 200, and the body comes back as it was sent; 415 for what is not text. */
  @POST
  @Path("echo")
  @Consumes(MediaType.TEXT_PLAIN)
  public String echo(String body) {
    TckProbe.in("method");
    return body;
  }

  /** 204. */
  @POST
  @Path("void")
  public void nothing() {
    TckProbe.in("method");
  }

  /** 500, an error, with the exception recorded once: nobody maps it. */
  @GET
  @Path("throws")
  public String fail() {
    TckProbe.in("method");
    throw new IllegalStateException("thrown by the resource");
  }

  /** The same for what is no exception. */
  @GET
  @Path("throws/error")
  public String failBadly() {
    TckProbe.in("method");
    throw new LinkageError("thrown by the resource");
  }

  /** The status asked for; an error from 500 on, with the exception recorded once. */
  @GET
  @Path("status/{status}")
  public String status(@PathParam("status") int status) {
    TckProbe.in("method");
    throw new WebApplicationException(status);
  }

  /** The same by way of {@link TckExceptionMapper}. */
  @GET
  @Path("mapped/{status}")
  public String mapped(@PathParam("status") int status) {
    TckProbe.in("method");
    throw new TckException(status);
  }

  /** The span that is current in the method: it must be the SERVER span. */
  @GET
  @Path("current")
  public String current() {
    return currentSpan();
  }

  /** The propagation headers received, one line for each that is there. */
  @GET
  @Path("headers")
  public String headers(@Context HttpHeaders headers) {
    return List.of("traceparent", "tracestate", "baggage").stream()
        .filter(name -> headers.getHeaderString(name) != null)
        .map(name -> name + ": " + headers.getHeaderString(name))
        .collect(Collectors.joining("\n"));
  }

  /** {@code traceId-spanId} of the current span, zeros if there is none. */
  static String currentSpan() {
    SpanContext current = Span.current().getSpanContext();
    return current.getTraceId() + "-" + current.getSpanId();
  }

  /** A sub-resource. */
  public static class Shelf {
    private final String name;

    Shelf(String name) {
      this.name = name;
    }

    /** 200. */
    @GET
    @Path("books/{book}")
    public String book(@PathParam("book") String book) {
      TckProbe.in("method");
      return name + "/" + book;
    }
  }
}

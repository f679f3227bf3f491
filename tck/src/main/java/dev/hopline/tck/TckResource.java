// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** What the contracts call. Each method says what its SERVER span must be. */
@Path("tck")
@Produces(MediaType.TEXT_PLAIN)
public class TckResource {
  /** How much later than their method the slow responses are complete. */
  static final Duration DELAY = Duration.ofMillis(30);

  /** Few threads for many requests, so that a context left on one meets the next request. */
  private static final ScheduledExecutorService WORKERS =
      Executors.newScheduledThreadPool(2, TckResource::daemon);

  private static final Executor LATER =
      work -> WORKERS.schedule(work, DELAY.toMillis(), TimeUnit.MILLISECONDS);

  /** 200, with its own route. A HEAD of it has the same; a DELETE is 405 without a route. */
  @GET
  @Path("ok")
  public String ok() {
    return "ok";
  }

  /** The route is the template, never the value. */
  @GET
  @Path("items/{id}")
  public String item(@PathParam("id") String id) {
    return id;
  }

  /** The route has the name of the parameter, not its regular expression. */
  @GET
  @Path("digits/{id: \\d+}")
  public String digits(@PathParam("id") String id) {
    return id;
  }

  /** The route of the locator and of what it locates, {@link Shelf#book}. */
  @Path("shelves/{shelf}")
  public Shelf shelf(@PathParam("shelf") String shelf) {
    return new Shelf(shelf);
  }

  /** 200, and the body comes back as it was sent. */
  @POST
  @Path("echo")
  public String echo(String body) {
    return body;
  }

  /** 204. */
  @POST
  @Path("void")
  public void nothing() {}

  /** 500, an error, with the exception recorded once: nobody maps it. */
  @GET
  @Path("throws")
  public String fail() {
    throw new IllegalStateException("thrown by the resource");
  }

  /** The status asked for; an error from 500 on, with the exception recorded once. */
  @GET
  @Path("status/{status}")
  public String status(@PathParam("status") int status) {
    throw new WebApplicationException(status);
  }

  /** The same by way of {@link TckExceptionMapper}. */
  @GET
  @Path("mapped/{status}")
  public String mapped(@PathParam("status") int status) {
    throw new TckException(status);
  }

  /** 200, resumed by another thread; the span lasts until then. */
  @GET
  @Path("async")
  public void async(@Suspended AsyncResponse response) {
    LATER.execute(() -> response.resume(worker()));
  }

  /** 500, an error, with the exception recorded once. */
  @GET
  @Path("async/throws")
  public void asyncFail(@Suspended AsyncResponse response) {
    LATER.execute(() -> response.resume(new IllegalStateException("resumed by another thread")));
  }

  /** 200, completed by another thread; the span lasts until then. */
  @GET
  @Path("stage")
  public CompletionStage<String> stage() {
    return CompletableFuture.supplyAsync(TckResource::worker, LATER);
  }

  /** 500, an error, with the exception recorded once. */
  @GET
  @Path("stage/throws")
  public CompletionStage<String> stageFail() {
    CompletableFuture<String> stage = new CompletableFuture<>();
    LATER.execute(
        () -> stage.completeExceptionally(new IllegalStateException("completed elsewhere")));
    return stage;
  }

  /** 200; the span lasts until the last byte is written. */
  @GET
  @Path("stream")
  public StreamingOutput stream() {
    return out -> {
      out.write('o');
      out.flush();
      LockSupport.parkNanos(DELAY.toNanos());
      out.write('k');
    };
  }

  /** The span that is current in the method: it must be the SERVER span. */
  @GET
  @Path("current")
  public String current() {
    return currentSpan();
  }

  /** The same in a method that answers later. */
  @GET
  @Path("current/async")
  public void currentAsync(@Suspended AsyncResponse response) {
    String current = currentSpan();
    LATER.execute(() -> response.resume(current));
  }

  /** The same in a method that returns a stage. */
  @GET
  @Path("current/stage")
  public CompletionStage<String> currentStage() {
    String current = currentSpan();
    return CompletableFuture.supplyAsync(() -> current, LATER);
  }

  /** The same while the body is written. */
  @GET
  @Path("current/stream")
  public StreamingOutput currentStream() {
    return out -> out.write(currentSpan().getBytes(UTF_8));
  }

  /** The propagation headers received, one line for each that is there. */
  @GET
  @Path("headers")
  public String headers(@jakarta.ws.rs.core.Context HttpHeaders headers) {
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

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "tck-worker");
    thread.setDaemon(true);
    return thread;
  }

  /** Runs on a thread that serves many requests, and must come to each with no context. */
  private static String worker() {
    return Context.current() == Context.root() ? "ok" : "stale context: " + currentSpan();
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
      return name + "/" + book;
    }
  }
}

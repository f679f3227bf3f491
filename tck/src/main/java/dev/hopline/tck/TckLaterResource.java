// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.context.Context;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What the contracts call and is complete after its method has returned. The SERVER span is current
 * in the method and lasts until the last byte of the response is written.
 */
@Path("tck/later")
@Produces(MediaType.TEXT_PLAIN)
public class TckLaterResource {
  /** How much later. */
  static final Duration DELAY = Duration.ofMillis(30);

  /** Few threads for many requests, so that a context left on one meets the next request. */
  private static final Executor WORKERS = Executors.newFixedThreadPool(2, TckLaterResource::daemon);

  private static final Executor LATER =
      CompletableFuture.delayedExecutor(DELAY.toMillis(), TimeUnit.MILLISECONDS, WORKERS);

  /** 200, resumed by another thread. */
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

  /** 503, an error: nobody resumes it. */
  @GET
  @Path("async/timeout")
  public void asyncTimeout(@Suspended AsyncResponse response) {
    response.setTimeout(DELAY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The span that is current in the method. */
  @GET
  @Path("async/current")
  public void asyncCurrent(@Suspended AsyncResponse response) {
    String current = TckResource.currentSpan();
    LATER.execute(() -> response.resume(current));
  }

  /** 200, completed by another thread. */
  @GET
  @Path("stage")
  public CompletionStage<String> stage() {
    return CompletableFuture.supplyAsync(TckLaterResource::worker, LATER);
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

  /** The span that is current in the method. */
  @GET
  @Path("stage/current")
  public CompletionStage<String> stageCurrent() {
    String current = TckResource.currentSpan();
    return CompletableFuture.supplyAsync(() -> current, LATER);
  }

  /** 200. */
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

  /** 500, an error, with the exception recorded once: nothing is written yet. */
  @GET
  @Path("stream/throws")
  public StreamingOutput streamFail() {
    return out -> {
      throw new IllegalStateException("thrown before the first byte");
    };
  }

  /** An error with the exception recorded once, though the response began as 200. */
  @GET
  @Path("stream/breaks")
  public StreamingOutput streamBreaks() {
    return out -> {
      out.write('o');
      out.flush();
      throw new IllegalStateException("thrown after the first byte");
    };
  }

  /** The span that is current while the body is written. */
  @GET
  @Path("stream/current")
  public StreamingOutput streamCurrent() {
    return out -> out.write(TckResource.currentSpan().getBytes(UTF_8));
  }

  /** 200, two events. */
  @GET
  @Path("events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void events(
      @jakarta.ws.rs.core.Context SseEventSink sink, @jakarta.ws.rs.core.Context Sse sse) {
    sink.send(sse.newEvent("one"));
    LATER.execute(() -> sink.send(sse.newEvent("two")).whenComplete((sent, error) -> sink.close()));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "tck-worker");
    thread.setDaemon(true);
    return thread;
  }

  /** Runs on a thread that serves many requests, and must come to each with no context. */
  private static String worker() {
    return Context.current() == Context.root()
        ? "ok"
        : "stale context: " + TckResource.currentSpan();
  }
}

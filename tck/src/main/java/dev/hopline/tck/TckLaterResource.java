// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * What the contracts call and is answered after its method has returned. The SERVER span is current
 * in the method and lasts until the last byte of the response is written.
 */
@Path("tck/later")
@Produces(MediaType.TEXT_PLAIN)
public class TckLaterResource {
  /** How much later. */
  static final Duration DELAY = Duration.ofMillis(30);

  private static final int RETRY_SECONDS = 7;

  /** Few threads for many requests, so that a context left on one meets the next request. */
  private static final Executor WORKERS = Executors.newFixedThreadPool(2, TckLaterResource::daemon);

  private static final Executor LATER =
      CompletableFuture.delayedExecutor(DELAY.toMillis(), TimeUnit.MILLISECONDS, WORKERS);

  /** 200, resumed by another thread. */
  @GET
  @Path("async")
  public void async(@Suspended AsyncResponse response) {
    later(() -> response.resume(worker()));
  }

  /** The same with an entity that the application writes. */
  @GET
  @Path("async/text")
  @TckText.Intercepted
  public void asyncText(@Suspended AsyncResponse response) {
    later(() -> response.resume(new TckText(worker())));
  }

  /** 200, the first answer. */
  @GET
  @Path("async/twice")
  public void asyncTwice(@Suspended AsyncResponse response) {
    later(
        () -> {
          response.resume(worker());
          response.resume(new IllegalStateException("resumed twice"));
        });
  }

  /** 503, an error without an exception. */
  @GET
  @Path("async/returned")
  public void asyncReturned(@Suspended AsyncResponse response) {
    later(() -> response.resume(Response.status(503).entity("returned").build()));
  }

  /** 500, an error, with the exception recorded once. */
  @GET
  @Path("async/throws")
  public void asyncFail(@Suspended AsyncResponse response) {
    later(() -> response.resume(new IllegalStateException("resumed by another thread")));
  }

  /** The status asked for by way of {@link TckExceptionMapper}. */
  @GET
  @Path("async/mapped/{status}")
  public void asyncMapped(@PathParam("status") int status, @Suspended AsyncResponse response) {
    later(() -> response.resume(new TckException(status)));
  }

  /** 503, an error: nobody resumes it. */
  @GET
  @Path("async/timeout")
  public void asyncTimeout(@Suspended AsyncResponse response) {
    TckProbe.in("method");
    response.setTimeout(DELAY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** 200, resumed by the handler of the timeout. */
  @GET
  @Path("async/timeout/handled")
  public void asyncTimeoutHandled(@Suspended AsyncResponse response) {
    TckProbe.in("method");
    Context caller = Context.current();
    response.setTimeoutHandler(
        late -> {
          probe(caller);
          late.resume("late");
        });
    response.setTimeout(DELAY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** 503, an error without an exception of the application's. */
  @GET
  @Path("async/cancelled")
  public void asyncCancelled(@Suspended AsyncResponse response) {
    later(response::cancel);
  }

  /** The same, and when to come again. */
  @GET
  @Path("async/cancelled/retry")
  public void asyncCancelledRetry(@Suspended AsyncResponse response) {
    later(() -> response.cancel(RETRY_SECONDS));
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
    CompletableFuture<String> stage = new CompletableFuture<>();
    later(() -> stage.complete(worker()));
    return stage;
  }

  /** The same with an entity that the application writes. */
  @GET
  @Path("stage/text")
  @TckText.Intercepted
  public CompletionStage<TckText> stageText() {
    return stage().thenApply(TckText::new);
  }

  /** 200, complete before the method returns. */
  @GET
  @Path("stage/done")
  public CompletionStage<String> stageDone() {
    TckProbe.in("method");
    return CompletableFuture.completedFuture("ok");
  }

  /** 500, an error, with the exception recorded once: failed before the method returns. */
  @GET
  @Path("stage/failed")
  public CompletionStage<String> stageFailed() {
    TckProbe.in("method");
    return CompletableFuture.failedFuture(new IllegalStateException("failed at once"));
  }

  /** 500, an error, with the exception recorded once. */
  @GET
  @Path("stage/throws")
  public CompletionStage<String> stageFail() {
    CompletableFuture<String> stage = new CompletableFuture<>();
    later(() -> stage.completeExceptionally(new IllegalStateException("completed elsewhere")));
    return stage;
  }

  /** The status asked for by way of {@link TckExceptionMapper}. */
  @GET
  @Path("stage/mapped/{status}")
  public CompletionStage<String> stageMapped(@PathParam("status") int status) {
    CompletableFuture<String> stage = new CompletableFuture<>();
    later(() -> stage.completeExceptionally(new TckException(status)));
    return stage;
  }

  /** An error: 503 or 500, as the runtime likes. Cancelled before the method returns. */
  @GET
  @Path("stage/cancelled/early")
  public CompletionStage<String> stageCancelledEarly() {
    TckProbe.in("method");
    CompletableFuture<String> stage = new CompletableFuture<>();
    stage.cancel(true);
    return stage;
  }

  /** The same, cancelled by another thread. */
  @GET
  @Path("stage/cancelled")
  public CompletionStage<String> stageCancelled() {
    CompletableFuture<String> stage = new CompletableFuture<>();
    later(() -> stage.cancel(true));
    return stage;
  }

  /** The span that is current in the method. */
  @GET
  @Path("stage/current")
  public CompletionStage<String> stageCurrent() {
    String current = TckResource.currentSpan();
    return CompletableFuture.supplyAsync(() -> current, LATER);
  }

  /** Probes the method, and later the worker, which then goes on without any context. */
  static void later(Runnable work) {
    TckProbe.in("method");
    Context caller = Context.current();
    LATER.execute(
        () -> {
          probe(caller);
          work.run();
        });
  }

  private static void probe(Context caller) {
    try (Scope ignored = caller.makeCurrent()) {
      TckProbe.in("worker");
    }
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

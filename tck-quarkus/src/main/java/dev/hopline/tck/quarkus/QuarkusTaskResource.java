// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.quarkus;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.hopline.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;

/**
 * What a request has done by other threads, which all work on its Vert.x context. Spans are named
 * after the place where they start. The bodies are the spans that are current at the end.
 */
@Singleton
@Path("tck/quarkus/tasks")
@Produces(MediaType.TEXT_PLAIN)
public class QuarkusTaskResource {
  /** How many tasks a request has at a time. */
  public static final int TASKS = 2;

  private static final int LIMIT_SECONDS = 20;

  /** One for all requests, made while the first is served. */
  private final Uni<String> shared =
      Uni.createFrom()
          .item("shared")
          .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
          .map(QuarkusTaskResource::startAndEnd);

  private final ManagedExecutor executor;
  private final ThreadContext threads;

  /** For the container. */
  @Inject
  public QuarkusTaskResource(ManagedExecutor executor, ThreadContext threads) {
    this.executor = executor;
    this.threads = threads;
  }

  /**
   * Tasks that run at a time, and beside the method that has started them below spans of its own.
   */
  @GET
  @Path("parallel")
  public String parallel() {
    CyclicBarrier all = new CyclicBarrier(TASKS + 1);
    List<CompletableFuture<?>> tasks = new ArrayList<>();
    for (int i = 0; i < TASKS; i++) {
      int number = i;
      within("outer-" + i, () -> tasks.add(executor.runAsync(() -> task(number, all))));
    }
    await(all);
    startAndEnd("beside");
    await(all);
    tasks.forEach(CompletableFuture::join);
    return QuarkusUniResource.currentSpan();
  }

  /** The same with a task on the event loop, and on the very context of this thread. */
  @GET
  @Path("event-loop")
  @Blocking
  public String eventLoop() {
    CyclicBarrier all = new CyclicBarrier(2);
    Context context = Vertx.currentContext();
    within(
        "outer-0",
        () -> {
          Runnable task = threads.contextualRunnable(() -> task(0, all));
          context.runOnContext(none -> task.run());
        });
    await(all);
    startAndEnd("beside");
    await(all);
    return QuarkusUniResource.currentSpan();
  }

  private static void task(int number, CyclicBarrier all) {
    within(
        "task-" + number,
        () -> {
          await(all);
          startAndEnd("inner-" + number);
          await(all);
        });
  }

  /** A pipeline that is made below a span and goes on after it, on another thread. */
  @GET
  @Path("pipeline")
  public Uni<String> pipeline() {
    List<Uni<String>> pipeline = new ArrayList<>();
    within(
        "outer",
        () ->
            pipeline.add(
                Uni.createFrom()
                    .item("task")
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .map(QuarkusTaskResource::startAndEnd)));
    return pipeline.get(0).map(any -> QuarkusUniResource.currentSpan());
  }

  /** A pipeline that was made for somebody else. */
  @GET
  @Path("shared")
  public Uni<String> shared() {
    return shared.map(any -> QuarkusUniResource.currentSpan());
  }

  private static String startAndEnd(String name) {
    start(name).end();
    return name;
  }

  private static void within(String name, Runnable body) {
    Span span = start(name);
    try (Scope ignored = span.makeCurrent()) {
      body.run();
    } finally {
      span.end();
    }
  }

  private static Span start(String name) {
    return Objects.requireNonNull(Tracing.current()).tracer().spanBuilder(name).startSpan();
  }

  private static void await(CyclicBarrier all) {
    try {
      all.await(LIMIT_SECONDS, SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}

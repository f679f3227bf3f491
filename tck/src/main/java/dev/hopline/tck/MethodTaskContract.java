// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.context.ThreadContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a task of a method does on another thread is below the span of the method. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class MethodTaskContract {
  private static final String TASK = "task";
  private static final int LIMIT_SECONDS = 20;

  @RegisterExtension final MethodApplication app;

  private TckTasks.@Nullable Threads threads;

  /** A contract for a runtime that is not open. */
  protected MethodTaskContract(MethodRuntime runtime) {
    app = new MethodApplication(runtime, TckLater.class);
  }

  /** Made after the runtime has been opened, whose executors some are. */
  private TckTasks.Threads threads() {
    if (threads == null) {
      threads = new TckTasks.Threads();
    }
    return threads;
  }

  @AfterAll
  final void closeThreads() throws InterruptedException {
    if (threads != null) {
      threads.close();
    }
  }

  private static Tracer tracer() {
    return Objects.requireNonNull(Tracing.current()).tracer();
  }

  private static Span start(String name) {
    return tracer().spanBuilder(name).startSpan();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void task_isBelowItsMethod(TckTasks way) {
    call(
        () -> {
          CompletableFuture<Void> done = new CompletableFuture<>();
          way.run(
              threads(),
              () -> {
                start(TASK).end();
                done.complete(null);
              });
          done.get(LIMIT_SECONDS, SECONDS);
        });

    assertBelowItsMethod(app.spans.take(TASK, span -> span.name().equals(TASK)));
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INVOKE_ALL")
  void taskThatOutlivesItsMethod_isBelowIt(TckTasks way) {
    CompletableFuture<Void> returned = new CompletableFuture<>();
    call(
        () ->
            way.run(
                threads(),
                () -> {
                  returned.join();
                  start(TASK).end();
                }));
    returned.complete(null);

    assertBelowItsMethod(app.spans.take(TASK, span -> span.name().equals(TASK)));
  }

  private void assertBelowItsMethod(ReceivedSpan task) {
    ReceivedSpan method = app.onlySpan();
    assertThat(task.isChildOf(method)).as("%s is child of %s", task, method).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INVOKE_ALL")
  void tasksAtATime_haveTheirOwnContexts(TckTasks way) {
    CyclicBarrier both = new CyclicBarrier(2);
    List<CompletableFuture<Void>> done = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      CompletableFuture<Void> end = new CompletableFuture<>();
      done.add(end);
      call(() -> way.run(threads(), () -> nest(both, end)));
    }
    done.forEach(CompletableFuture::join);

    app.settle();
    List<ReceivedSpan> all = app.spans.takeAll();
    assertThat(all).hasSize(6);
    all.stream()
        .filter(span -> !span.isRoot())
        .forEach(span -> assertThat(all).filteredOn(span::isChildOf).hasSize(1));
    assertThat(all.stream().map(ReceivedSpan::traceId).distinct()).hasSize(2);
    assertThat(all.stream().map(ReceivedSpan::parentSpanId).distinct()).hasSize(5);
  }

  /** Makes a span below one, while another task is in the middle of its own. */
  private static void nest(CyclicBarrier both, CompletableFuture<Void> done) {
    Span outer = start(TASK);
    try (Scope ignored = outer.makeCurrent()) {
      both.await(LIMIT_SECONDS, SECONDS);
      start("inner").end();
      both.await(LIMIT_SECONDS, SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      done.completeExceptionally(e);
    }
    outer.end();
    done.complete(null);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void threadOfTask_isLeftAsItWas(TckTasks way) throws Exception {
    call(() -> way.run(threads(), () -> {}));

    app.onlySpan();
    for (int i = 0; i < 2 * TckTasks.Threads.COUNT; i++) {
      assertThat(threads().plain.submit(Context::current).get()).isSameAs(Context.root());
    }
  }

  @Test
  void clearedContext_isNone() {
    call(
        () ->
            run(
                ThreadContext.builder()
                    .cleared("Hopline")
                    .propagated()
                    .unchanged(ThreadContext.ALL_REMAINING)
                    .build()));

    ReceivedSpan task = app.spans.take(TASK, span -> span.name().equals(TASK));
    assertThat(task.isRoot()).isTrue();
    app.onlySpan();
  }

  @Test
  void unchangedContext_isThatOfTheThread() {
    ThreadContext unchanging =
        ThreadContext.builder()
            .unchanged(ThreadContext.ALL_REMAINING)
            .propagated()
            .cleared()
            .build();
    call(() -> run(unchanging));

    assertBelowItsMethod(app.spans.take(TASK, span -> span.name().equals(TASK)));
  }

  /** On this thread, whose context must be the same afterwards. */
  private static void run(ThreadContext context) {
    Context before = Context.current();
    context.contextualRunnable(() -> start(TASK).end()).run();
    assertThat(Context.current()).isSameAs(before);
  }

  private void call(Body body) {
    app.bean(TckLater.class)
        .generic(
            () -> {
              try {
                body.run();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
              return "done";
            });
  }

  private interface Body {
    void run() throws Exception;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The span of a method that returns a stage ends when that completes, and once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class MethodStageContract {
  @RegisterExtension final MethodApplication app;

  /** A contract for a runtime that is not open. */
  protected MethodStageContract(MethodRuntime runtime) {
    app = new MethodApplication(runtime, TckLater.class);
  }

  private TckLater bean() {
    return app.bean(TckLater.class);
  }

  /** Has a method return a stage, which must come as it is, and before the end of the span. */
  private void call(TckStage type, CompletableFuture<String> future) {
    CompletionStage<String> stage = type.of(future);
    assertReturned(stage);
    app.assertNoSpan();
  }

  /** Asserts that a method gives a stage back as it is. */
  private void assertReturned(CompletionStage<String> stage) {
    // As an object: of a stage AssertJ would make a future, which not all allow.
    Object returned = bean().stage(() -> stage);
    assertThat(returned).isSameAs(stage);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void stage_endsTheSpanAtItsCompletion(TckStage type) {
    CompletableFuture<String> future = new CompletableFuture<>();
    call(type, future);
    future.complete("done");
    assertEnded(app.onlySpan());
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void failedStage_isRecorded(TckStage type) {
    CompletableFuture<String> future = new CompletableFuture<>();
    call(type, future);
    IOException failure = new IOException("late");
    future.completeExceptionally(failure);
    MethodContract.assertFailed(app.onlySpan(), failure);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void cancelledStage_isNoError(TckStage type) {
    CompletableFuture<String> future = new CompletableFuture<>();
    call(type, future);
    future.cancel(true);
    assertEnded(app.onlySpan());
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void completedStage_endsTheSpanAtOnce(TckStage type) {
    CompletionStage<String> done = type.of(CompletableFuture.completedFuture("done"));
    assertReturned(done);
    assertEnded(app.onlySpan());

    IOException failure = new IOException("early");
    CompletionStage<String> failed = type.of(CompletableFuture.failedFuture(failure));
    assertReturned(failed);
    MethodContract.assertFailed(app.onlySpan(), failure);
  }

  @Test
  void future_isTheSameInstance_andIsCancelledByTheCaller() {
    CompletableFuture<String> future = new CompletableFuture<>();
    CompletableFuture<String> returned = bean().future(() -> future);
    assertThat(returned).isSameAs(future);
    Objects.requireNonNull(returned).cancel(true);
    assertEnded(app.onlySpan());
  }

  @Test
  void stageOfUndeclaredType_endsTheSpanAtItsCompletion() {
    CompletableFuture<String> future = new CompletableFuture<>();
    assertThat(bean().object(() -> future)).isSameAs(future);
    app.assertNoSpan();
    future.complete("done");
    assertEnded(app.onlySpan());
  }

  @Test
  void bareCompletionException_isRecordedItself() {
    CompletableFuture<String> future = new CompletableFuture<>();
    call(TckStage.FUTURE, future);
    CompletionException failure = new CompletionException("no cause", null);
    future.completeExceptionally(failure);
    MethodContract.assertFailed(app.onlySpan(), failure);
  }

  @Test
  void null_endsTheSpan() {
    assertThat(bean().stage(() -> null)).isNull();
    assertEnded(app.onlySpan());
    assertThat(bean().future(() -> null)).isNull();
    assertEnded(app.onlySpan());
  }

  @Test
  void methodThatThrowsBeforeItReturns_isRecorded() {
    IllegalStateException thrown = new IllegalStateException("before any stage");
    assertThat(catchThrowable(() -> bean().stage(throwing(thrown)))).isSameAs(thrown);
    MethodContract.assertFailed(app.onlySpan(), thrown);
  }

  private static Supplier<CompletableFuture<String>> throwing(RuntimeException thrown) {
    return () -> {
      throw thrown;
    };
  }

  @Test
  void stageThatCannotBeObserved_endsTheSpanAtOnce() {
    CompletableFuture<String> unobservable =
        new CompletableFuture<>() {
          @Override
          public <U> CompletableFuture<U> newIncompleteFuture() {
            throw new UnsupportedOperationException();
          }
        };
    assertReturned(unobservable);
    assertEnded(app.onlySpan());
  }

  @Test
  void stageCompletedElsewhere_leavesNothingOnThatThread()
      throws ExecutionException, InterruptedException {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      call(() -> CompletableFuture.supplyAsync(() -> "done", thread));
      assertThat(thread.submit(Context::current).get()).isSameAs(Context.root());
    } finally {
      thread.shutdown();
    }
    assertEnded(app.spans.take(1).get(0));
  }

  @Test
  void stageThatNobodyCanComplete_endsTheSpanWhenItIsGarbage() {
    call(CompletableFuture::new);
    awaitGarbage(app);
  }

  private void call(Supplier<CompletableFuture<String>> result) {
    CompletionStage<String> unused = bean().stage(result);
  }

  /** Makes further calls until the span of one comes that was abandoned before. */
  static void awaitGarbage(MethodApplication app) {
    CompletableFuture<String> pending = new CompletableFuture<>();
    long deadline = System.nanoTime() + SpanInbox.LIMIT.toNanos();
    List<ReceivedSpan> spans = List.of();
    while (spans.isEmpty() && System.nanoTime() < deadline) {
      System.gc();
      CompletionStage<String> unused = app.bean(TckLater.class).stage(() -> pending);
      app.settle();
      spans = app.spans.takeAll();
    }
    assertThat(spans).singleElement().matches(span -> span.status() == StatusCode.UNSET);
    assertThat(spans.get(0).events()).hasSize(1);

    pending.complete("done");
    app.settle();
    app.spans.takeAll();
  }

  private static void assertEnded(ReceivedSpan span) {
    assertThat(span.status()).isEqualTo(StatusCode.UNSET);
    assertThat(span.events()).isEmpty();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.hopline.Traced;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When and how a method span ends. */
class SpanEndTest {
  private static Application application;
  private static Work work;

  @BeforeAll
  static void start() {
    application = Application.start(Work.class);
    work = application.bean(Work.class);
  }

  @AfterEach
  void reset() {
    application.reset();
  }

  @AfterAll
  static void end() {
    application.close();
  }

  static Throwable[] throwables() {
    return new Throwable[] {
      new IllegalStateException("unchecked"),
      new IOException("checked"),
      new AssertionError("error")
    };
  }

  @ParameterizedTest
  @MethodSource("throwables")
  void thrown_isRecorded_andComesOutAsItWas(Throwable thrown) {
    assertThat(catchThrowable(() -> work.fail(thrown))).isSameAs(thrown);
    assertError(application.onlySpan(), thrown);
  }

  @ParameterizedTest
  @MethodSource("throwables")
  void thrownFromWithSpan_isRecorded_andComesOutAsItWas(Throwable thrown) {
    assertThat(catchThrowable(() -> work.failWithSpan(thrown))).isSameAs(thrown);
    assertError(application.onlySpan(), thrown);
  }

  @Test
  void throwableThatCannotBeRead_comesOutAsItWas() {
    var unreadable =
        new RuntimeException() {
          @Override
          public String getMessage() {
            throw new IllegalStateException("no message for you");
          }
        };
    assertThat(catchThrowable(() -> work.fail(unreadable))).isSameAs(unreadable);
    assertThat(application.onlySpan().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void completionStage_endsTheSpanAtItsCompletion() {
    var future = new CompletableFuture<String>();
    assertThat(work.async(future)).isSameAs(future);
    assertThat(application.spans()).isEmpty();
    assertThat(Context.current()).isSameAs(Context.root());
    future.complete("done");
    assertThat(application.onlySpan().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void completedStage_endsTheSpanAtOnce() {
    work.async(CompletableFuture.completedFuture("done"));
    assertThat(application.onlySpan().getName()).isEqualTo("Work.async");
  }

  @Test
  void failedStage_isRecorded() {
    var future = new CompletableFuture<String>();
    work.async(future);
    var failure = new IOException("late");
    future.completeExceptionally(failure);
    assertError(application.onlySpan(), failure);
  }

  @Test
  void failureOfAnEarlierStage_isRecordedWithoutItsWrapping() {
    var future = new CompletableFuture<String>();
    var failure = new IOException("late");
    CompletionStage<String> dependent = work.async(future.thenApply(String::trim));
    future.completeExceptionally(failure);
    assertThat(dependent.toCompletableFuture()).isCompletedExceptionally();
    assertError(application.onlySpan(), failure);
  }

  @Test
  void bareCompletionException_isRecordedItself() {
    var future = new CompletableFuture<String>();
    work.async(future);
    var failure = new CompletionException("no cause", null);
    future.completeExceptionally(failure);
    assertError(application.onlySpan(), failure);
  }

  @Test
  void cancelledStage_endsTheSpan_andIsNoError() {
    var future = new CompletableFuture<String>();
    work.async(future).toCompletableFuture().cancel(true);
    assertThat(future).isCancelled();
    SpanData span = application.onlySpan();
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(span.getEvents()).isEmpty();
  }

  @Test
  void nullStage_endsTheSpan() {
    assertThat(work.async(null)).isNull();
    assertThat(application.onlySpan().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void asyncMethodThatThrows_endsTheSpan() {
    var thrown = new IllegalStateException("before any stage");
    assertThat(catchThrowable(() -> work.asyncThatThrows(thrown))).isSameAs(thrown);
    assertError(application.onlySpan(), thrown);
  }

  @Test
  void stageThatCannotBeObserved_endsTheSpanAtOnce() {
    var stage =
        new CompletableFuture<String>() {
          @Override
          public <U> CompletableFuture<U> newIncompleteFuture() {
            throw new UnsupportedOperationException();
          }
        };
    assertThat(work.async(stage)).isSameAs(stage);
    assertThat(application.onlySpan().getName()).isEqualTo("Work.async");
  }

  @Test
  void stageCompletedElsewhere_leavesNothingOnThatThread() throws Exception {
    var executor = Executors.newSingleThreadExecutor();
    try {
      CompletionStage<Boolean> stage =
          work.async(CompletableFuture.supplyAsync(() -> Span.current().isRecording(), executor));
      assertThat(stage.toCompletableFuture().get(10, TimeUnit.SECONDS)).isFalse();
      assertThat(executor.submit(Context::current).get()).isSameAs(Context.root());
    } finally {
      executor.shutdown();
    }
  }

  private static void assertError(SpanData span, Throwable thrown) {
    String type = thrown.getClass().getName();
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getAttributes().get(stringKey("error.type"))).isEqualTo(type);
    assertThat(span.getEvents()).hasSize(1);
    assertThat(span.getEvents().get(0).getAttributes().get(stringKey("exception.type")))
        .isEqualTo(type);
  }

  @ApplicationScoped
  static class Work {
    @Traced
    void fail(Throwable thrown) throws Throwable {
      throw thrown;
    }

    @WithSpan
    void failWithSpan(Throwable thrown) throws Throwable {
      throw thrown;
    }

    @Traced
    <T> CompletionStage<T> async(CompletionStage<T> stage) {
      return stage;
    }

    @WithSpan
    CompletionStage<String> asyncThatThrows(RuntimeException thrown) {
      throw thrown;
    }
  }
}

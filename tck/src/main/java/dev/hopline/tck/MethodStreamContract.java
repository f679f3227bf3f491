// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The span of a method that returns what has to be subscribed to covers the first subscription, and
 * is current in its work alone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class MethodStreamContract {
  @RegisterExtension final MethodApplication app;

  /** A contract for a runtime that is not open. */
  protected MethodStreamContract(MethodRuntime runtime) {
    app = new MethodApplication(runtime, TckLater.class);
  }

  private Flow.Publisher<String> call(TckStream type, Flow.Publisher<String> source) {
    return Objects.requireNonNull(type.call(bean(), () -> source));
  }

  private TckLater bean() {
    return app.bean(TckLater.class);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void result_isSubscribedToByTheCallerAlone(TckStream type) {
    TckSource source = new TckSource();
    Flow.Publisher<String> result = call(type, source);
    app.assertNoSpan();
    assertThat(source.subscriptions()).isZero();

    result.subscribe(new TckSink());
    app.assertNoSpan();
    assertThat(source.subscriptions()).isEqualTo(1);

    source.complete();
    assertEnded(app.onlySpan());
    assertThat(source.subscriptions()).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void completion_endsTheSpan_whichIsCurrentInTheWork(TckStream type)
      throws ExecutionException, InterruptedException {
    TckSource source = new TckSource();
    TckSink sink = new TckSink();
    call(type, source).subscribe(sink);
    elsewhere(
        () -> {
          source.item("item");
          source.complete();
        });

    assertThat(sink.end().get()).containsExactly("item");
    ReceivedSpan span = app.onlySpan();
    assertEnded(span);
    assertThat(source.subscribedWithin()).isEqualTo(span.spanId());
    assertThat(source.requestedWithin()).isEqualTo(span.spanId());
  }

  /** Does it on a thread that must be as before afterwards. */
  private static void elsewhere(Runnable work) throws ExecutionException, InterruptedException {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      thread.submit(work).get();
      assertThat(thread.submit(Context::current).get()).isSameAs(Context.root());
    } finally {
      thread.shutdown();
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void failure_isRecorded_andIsTheSameInstance(TckStream type) {
    TckSource source = new TckSource();
    TckSink sink = new TckSink();
    call(type, source).subscribe(sink);
    IOException failure = new IOException("late");
    source.fail(failure);

    assertThat(catchThrowable(() -> sink.end().get())).cause().isSameAs(failure);
    MethodContract.assertFailed(app.onlySpan(), failure);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void cancellation_endsTheSpan_andIsNoError(TckStream type) {
    TckSource source = new TckSource();
    TckSink sink = new TckSink();
    call(type, source).subscribe(sink);
    sink.cancel();

    assertThat(source.isCancelled()).isTrue();
    ReceivedSpan span = app.onlySpan();
    assertEnded(span);
    assertThat(source.cancelledWithin()).isEqualTo(span.spanId());
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void secondSubscription_isNoSecondSpan(TckStream type)
      throws ExecutionException, InterruptedException {
    TckSource source = new TckSource();
    Flow.Publisher<String> result = call(type, source);
    result.subscribe(new TckSink());
    source.complete();
    ReceivedSpan span = app.onlySpan();

    TckSink second = new TckSink();
    result.subscribe(second);
    source.item("again");
    source.complete();
    assertThat(second.end().get()).containsExactly("again");
    assertThat(source.subscriptions()).isEqualTo(2);
    assertThat(source.subscribedWithin()).isNotEqualTo(span.spanId());
    app.assertNoSpan();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void workOfTheSubscription_isChild(TckStream type) {
    TckSource source = new TckSource(() -> bean().now());
    call(type, source).subscribe(new TckSink());
    source.complete();

    List<ReceivedSpan> spans = app.spans.take(2);
    assertThat(spans.get(0).name()).isEqualTo("TckLater.now");
    assertThat(spans.get(0)).matches(child -> child.isChildOf(spans.get(1)));
  }

  /** Even if all signals come while the subscription is being made. */
  @ParameterizedTest(name = "{0}")
  @EnumSource
  void workOfTheSubscriber_isNoChild(TckStream type) {
    TckSource source = new TckSource();
    Flow.Publisher<String> immediate =
        subscriber -> {
          source.subscribe(subscriber);
          source.item("item");
          source.complete();
        };
    call(type, immediate).subscribe(new TckSink(() -> bean().now()));

    app.settle();
    assertThat(app.spans.takeAll())
        .hasSize(4)
        .allMatch(ReceivedSpan::isRoot)
        .extracting(ReceivedSpan::name)
        .filteredOn(name -> !name.equals("TckLater.now"))
        .hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void methodThatThrowsBeforeItReturns_isRecorded(TckStream type) {
    IllegalStateException thrown = new IllegalStateException("before any result");
    assertThat(catchThrowable(() -> type.call(bean(), throwing(thrown)))).isSameAs(thrown);
    MethodContract.assertFailed(app.onlySpan(), thrown);
  }

  private static Supplier<Flow.@Nullable Publisher<String>> throwing(RuntimeException thrown) {
    return () -> {
      throw thrown;
    };
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void null_endsTheSpan(TckStream type) {
    assertThat(type.call(bean(), () -> null)).isNull();
    assertEnded(app.onlySpan());
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void unusedResult_endsTheSpanWhenItIsGarbage(TckStream type) {
    type.call(bean(), TckSource::new);
    TckSource used = new TckSource();
    Flow.Publisher<String> result = call(type, used);
    MethodStageContract.awaitGarbage(app);

    result.subscribe(new TckSink());
    used.complete();
    assertEnded(app.onlySpan());
  }

  @Test
  void resultOfUndeclaredType_isTheSameInstance_andEndsTheSpanAtOnce() {
    TckSource source = new TckSource();
    assertThat(bean().object(() -> source)).isSameAs(source);
    assertEnded(app.onlySpan());
    assertThat(bean().generic(() -> source)).isSameAs(source);
    assertEnded(app.onlySpan());
  }

  private static void assertEnded(ReceivedSpan span) {
    assertThat(span.status()).isEqualTo(StatusCode.UNSET);
    assertThat(span.events()).isEmpty();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Calls of methods of all sorts, which call each other, and end in all ways and on other threads.
 * Each call sets its number on the span that is current in it.
 */
final class MethodLoad {
  /** The attribute that has the number of a call. */
  static final String NUMBER = "tck.call";

  private static final int NEAR = 5;
  private static final int MAX_DEPTH = 6;

  /** What a call comes to. */
  enum Ending {
    SUCCESS,
    FAILURE,
    CANCELLATION
  }

  /**
   * One call.
   *
   * @param caller the call whose work it is; null if it is none's
   * @param stream what it returns; null if that is a stage, or nothing that is to come
   * @param later whether it ends on another thread
   * @param callees the calls that its work makes
   * @param followers the calls that the subscriber to its result makes
   */
  record Call(
      int number,
      @Nullable Call caller,
      @Nullable TckStream stream,
      boolean stage,
      Ending ending,
      boolean later,
      List<Call> callees,
      List<Call> followers) {
    int depth() {
      return caller == null ? 0 : caller.depth() + 1;
    }
  }

  private final TckLater bean;
  private final List<Call> calls = new ArrayList<>();
  private final List<Call> starts = new ArrayList<>();
  private final ExecutorService others = Executors.newFixedThreadPool(4);
  private final Queue<Throwable> wrong = new ConcurrentLinkedQueue<>();

  MethodLoad(TckLater bean, long seed, int count) {
    this.bean = bean;
    Random random = new Random(seed);
    for (int number = 0; number < count; number++) {
      int near = number - 1 - random.nextInt(NEAR);
      place(number, near < 0 || random.nextInt(4) == 0 ? null : calls.get(near), random);
    }
  }

  /** Makes a call that stands by itself, or follows another one, or is made by its work. */
  private void place(int number, @Nullable Call near, Random random) {
    if (near == null || near.depth() == MAX_DEPTH) {
      starts.add(add(number, null, random));
    } else if (near.stream() != null && random.nextBoolean()) {
      near.followers().add(add(number, near.caller(), random));
    } else {
      near.callees().add(add(number, near, random));
    }
  }

  private Call add(int number, @Nullable Call caller, Random random) {
    int sort = random.nextInt(TckStream.values().length + 2);
    Call call =
        new Call(
            number,
            caller,
            sort < TckStream.values().length ? TckStream.values()[sort] : null,
            sort == TckStream.values().length,
            Ending.values()[random.nextInt(Ending.values().length)],
            random.nextBoolean(),
            new ArrayList<>(),
            new ArrayList<>());
    calls.add(call);
    return call;
  }

  /**
   * Makes all calls, and waits for the end of each.
   *
   * @return the calls by number
   */
  List<Call> run(int workers) throws InterruptedException {
    Workers.run(
        workers,
        worker ->
            starts.stream().filter(call -> call.number() % workers == worker).forEach(this::make));
    others.shutdown();
    if (!others.awaitTermination(SpanInbox.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("the load does not end");
    }
    if (!wrong.isEmpty()) {
      throw new AssertionError("%d calls went wrong".formatted(wrong.size()), wrong.peek());
    }
    return calls;
  }

  private void make(Call call) {
    if (call.stream() != null) {
      makeStream(call, call.stream());
    } else if (call.stage()) {
      makeStage(call);
    } else {
      makeNow(call);
    }
  }

  private void makeNow(Call call) {
    TckException thrown = new TckException(call.number());
    try {
      bean.object(
          () -> {
            number(call);
            call.callees().forEach(this::make);
            if (call.ending() == Ending.FAILURE) {
              throw thrown;
            }
            return call;
          });
    } catch (TckException expected) {
      if (expected != thrown) {
        wrong.add(expected);
      }
    }
  }

  private void makeStage(Call call) {
    CompletableFuture<String> future = new CompletableFuture<>();
    CompletionStage<String> unused =
        bean.stage(
            () -> {
              number(call);
              call.callees().forEach(this::make);
              return future;
            });
    end(
        call,
        switch (call.ending()) {
          case SUCCESS -> () -> future.complete("done");
          case FAILURE -> () -> future.completeExceptionally(new TckException(call.number()));
          case CANCELLATION -> () -> future.cancel(true);
        });
  }

  private void makeStream(Call call, TckStream stream) {
    TckSource source = new TckSource(() -> call.callees().forEach(this::make));
    AtomicBoolean subscribed = new AtomicBoolean();
    TckSink sink =
        new TckSink(
            () -> {
              if (subscribed.compareAndSet(false, true)) {
                call.followers().forEach(this::make);
              }
            });
    Flow.Publisher<String> result =
        stream.call(
            bean,
            () -> {
              number(call);
              return source;
            });
    Objects.requireNonNull(result).subscribe(sink);
    end(
        call,
        switch (call.ending()) {
          case SUCCESS -> source::complete;
          case FAILURE -> () -> source.fail(new TckException(call.number()));
          case CANCELLATION -> sink::cancel;
        });
  }

  private static void number(Call call) {
    Span.current().setAttribute(NUMBER, call.number());
  }

  private void end(Call call, Runnable end) {
    if (call.later()) {
      others.execute(() -> endElsewhere(end));
    } else {
      end.run();
    }
  }

  private void endElsewhere(Runnable end) {
    Context before = Context.current();
    end.run();
    if (before != Context.root() || Context.current() != before) {
      wrong.add(new AssertionError("a thread has a context that it did not have"));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A subscriber in the hands of a test, which takes whatever comes. */
final class TckSink implements Flow.Subscriber<String> {
  private final List<String> items = new CopyOnWriteArrayList<>();
  private final CompletableFuture<List<String>> end = new CompletableFuture<>();
  private final Runnable work;
  private volatile Flow.@Nullable Subscription subscription;

  TckSink() {
    this(() -> {});
  }

  /**
   * @param work done at each signal
   */
  TckSink(Runnable work) {
    this.work = work;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    work.run();
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(String item) {
    work.run();
    items.add(item);
  }

  @Override
  public void onError(Throwable error) {
    work.run();
    end.completeExceptionally(error);
  }

  @Override
  public void onComplete() {
    work.run();
    end.complete(items);
  }

  void cancel() {
    Objects.requireNonNull(subscription).cancel();
  }

  /** All items, or the error, when there will be no more. */
  CompletableFuture<List<String>> end() {
    return end;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import io.opentelemetry.api.trace.Span;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A publisher in the hands of a test, which notes the span that is current in its work. */
final class TckSource implements Flow.Publisher<String> {
  private final AtomicInteger subscriptions = new AtomicInteger();
  private final Runnable work;
  private volatile Flow.@Nullable Subscriber<? super String> subscriber;
  private volatile boolean cancelled;
  private volatile String subscribedWithin = "";
  private volatile String requestedWithin = "";
  private volatile String cancelledWithin = "";

  TckSource() {
    this(() -> {});
  }

  /**
   * @param work done in each subscription
   */
  TckSource(Runnable work) {
    this.work = work;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super String> subscriber) {
    subscriptions.incrementAndGet();
    subscribedWithin = current();
    work.run();
    this.subscriber = subscriber;
    subscriber.onSubscribe(
        new Flow.Subscription() {
          @Override
          public void request(long items) {
            requestedWithin = current();
          }

          @Override
          public void cancel() {
            cancelledWithin = current();
            cancelled = true;
          }
        });
  }

  private static String current() {
    return Span.current().getSpanContext().getSpanId();
  }

  void item(String item) {
    Objects.requireNonNull(subscriber).onNext(item);
  }

  void complete() {
    Objects.requireNonNull(subscriber).onComplete();
  }

  void fail(Throwable error) {
    Objects.requireNonNull(subscriber).onError(error);
  }

  int subscriptions() {
    return subscriptions.get();
  }

  boolean isCancelled() {
    return cancelled;
  }

  /** Id of the span that was current in the last subscription. */
  String subscribedWithin() {
    return subscribedWithin;
  }

  String requestedWithin() {
    return requestedWithin;
  }

  String cancelledWithin() {
    return cancelledWithin;
  }
}

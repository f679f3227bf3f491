// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import io.opentelemetry.context.Context;
import java.util.concurrent.Flow;

/** Stands between a publisher and its subscriber, and ends the span with the subscription. */
class TracedSubscriber<T> implements Flow.Subscriber<T> {
  private final Flow.Subscriber<? super T> subscriber;
  private final AsyncSpan span;
  private final Context caller = Context.current();

  TracedSubscriber(Flow.Subscriber<? super T> subscriber, AsyncSpan span) {
    this.subscriber = subscriber;
    this.span = span;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    span.outside(caller, () -> subscriber.onSubscribe(new Subscription(subscription)));
  }

  @Override
  public void onNext(T item) {
    span.outside(caller, () -> subscriber.onNext(item));
  }

  @Override
  public void onError(Throwable error) {
    span.end(error);
    span.outside(caller, () -> subscriber.onError(error));
  }

  @Override
  public void onComplete() {
    span.end(null);
    span.outside(caller, subscriber::onComplete);
  }

  private final class Subscription implements Flow.Subscription {
    private final Flow.Subscription subscription;

    Subscription(Flow.Subscription subscription) {
      this.subscription = subscription;
    }

    @Override
    public void request(long items) {
      span.within(() -> subscription.request(items));
    }

    @Override
    public void cancel() {
      span.cancel(subscription::cancel);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;

/** {@link TracedPublisher} as a {@code Uni}; loaded only where a method returns one. */
final class MutinyUni<T> extends AbstractUni<T> {
  private final Uni<T> uni;
  private final AsyncSpan span;

  private MutinyUni(Uni<T> uni, AsyncSpan span) {
    this.uni = uni;
    this.span = span;
  }

  static AsyncResult wrapping() {
    return (result, span) -> new MutinyUni<>((Uni<?>) result, span);
  }

  @Override
  public void subscribe(UniSubscriber<? super T> subscriber) {
    if (span.claim()) {
      Subscriber<T> traced = new Subscriber<>(subscriber, span);
      span.within(() -> AbstractUni.subscribe(uni, traced));
    } else {
      AbstractUni.subscribe(uni, subscriber);
    }
  }

  private static final class Subscriber<T> implements UniSubscriber<T> {
    private final UniSubscriber<? super T> subscriber;
    private final AsyncSpan span;
    private final Context caller = Context.current();

    Subscriber(UniSubscriber<? super T> subscriber, AsyncSpan span) {
      this.subscriber = subscriber;
      this.span = span;
    }

    @Override
    public io.smallrye.mutiny.Context context() {
      return subscriber.context();
    }

    @Override
    public void onSubscribe(UniSubscription subscription) {
      UniSubscription traced = () -> span.cancel(subscription::cancel);
      span.outside(caller, () -> subscriber.onSubscribe(traced));
    }

    @Override
    public void onItem(T item) {
      span.end(null);
      span.outside(caller, () -> subscriber.onItem(item));
    }

    @Override
    public void onFailure(Throwable failure) {
      span.end(failure);
      span.outside(caller, () -> subscriber.onFailure(failure));
    }
  }
}

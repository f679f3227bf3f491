// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.AbstractMulti;
import io.smallrye.mutiny.subscription.ContextSupport;
import io.smallrye.mutiny.subscription.MultiSubscriber;

/** {@link TracedPublisher} as a {@code Multi}; loaded only where a method returns one. */
final class MutinyMulti<T> extends AbstractMulti<T> {
  private final Multi<T> multi;
  private final AsyncSpan span;

  private MutinyMulti(Multi<T> multi, AsyncSpan span) {
    this.multi = multi;
    this.span = span;
  }

  static AsyncResult wrapping() {
    return (result, span) -> {
      if (result.getClass().getName().startsWith("io.smallrye.mutiny.")) {
        return new MutinyMulti<>((Multi<?>) result, span);
      }
      // Quarkus' RestMulti, for one, has headers of the response.
      span.end(null);
      return result;
    };
  }

  @Override
  public void subscribe(MultiSubscriber<? super T> subscriber) {
    if (span.claim()) {
      Subscriber<T> traced = new Subscriber<>(subscriber, span);
      span.within(() -> multi.subscribe(traced));
    } else {
      multi.subscribe(subscriber);
    }
  }

  private static final class Subscriber<T> extends TracedSubscriber<T>
      implements MultiSubscriber<T>, ContextSupport {
    private final MultiSubscriber<? super T> subscriber;

    Subscriber(MultiSubscriber<? super T> subscriber, AsyncSpan span) {
      super(subscriber, span);
      this.subscriber = subscriber;
    }

    @Override
    public Context context() {
      return subscriber instanceof ContextSupport support ? support.context() : Context.empty();
    }

    @Override
    public void onItem(T item) {
      onNext(item);
    }

    @Override
    public void onFailure(Throwable failure) {
      onError(failure);
    }

    @Override
    public void onCompletion() {
      onComplete();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import java.util.concurrent.Flow;

/** What a method with a span has returned, whose first subscription is within that span. */
final class TracedPublisher<T> implements Flow.Publisher<T> {
  private final Flow.Publisher<T> publisher;
  private final AsyncSpan span;

  TracedPublisher(Flow.Publisher<T> publisher, AsyncSpan span) {
    this.publisher = publisher;
    this.span = span;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    // Without a subscriber it is the publisher's to complain.
    if (subscriber != null && span.claim()) {
      TracedSubscriber<T> traced = new TracedSubscriber<>(subscriber, span);
      span.within(() -> publisher.subscribe(traced));
    } else {
      publisher.subscribe(subscriber);
    }
  }
}

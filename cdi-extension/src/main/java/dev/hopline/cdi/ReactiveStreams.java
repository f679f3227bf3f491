// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;

/** A result of {@code org.reactivestreams}; loaded only where a method returns one. */
final class ReactiveStreams implements AsyncResult {
  @Override
  public Object of(Object result, AsyncSpan span) {
    return FlowAdapters.toPublisher(
        new TracedPublisher<>(FlowAdapters.toFlowPublisher((Publisher<?>) result), span));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.ws.rs.client.InvocationCallback;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;

/**
 * What a client calls back, as a future. It is abstract for clients to find out by its subclass
 * what it is to be called with.
 */
abstract class TckCallback<T> extends CompletableFuture<T> implements InvocationCallback<T> {
  @Override
  public void completed(T result) {
    complete(result);
  }

  @Override
  public void failed(Throwable error) {
    completeExceptionally(error);
  }

  /** With the response as it is. */
  static final class OfResponse extends TckCallback<Response> {
    /** RESTEasy closes what it has called back with, so what there is to read is read now. */
    @Override
    public void completed(Response result) {
      result.bufferEntity();
      super.completed(result);
    }
  }

  /** With what no reader is for. */
  static final class OfUnreadable extends TckCallback<TckCall.Unreadable> {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.quarkus;

import dev.hopline.HttpSpan;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerResponse;
import java.util.Arrays;
import java.util.concurrent.Flow.Publisher;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.PublisherResponseHandler;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;
import org.jspecify.annotations.Nullable;

/**
 * Ends the span of a stream that is broken off after its first item, by a failure or by the client.
 * Quarkus then resets the connection, logs why, and no handler of the response's end is called.
 */
final class BrokenStream implements ServerRestHandler {
  private final HttpSpan span;
  private final HttpServerResponse response;

  private BrokenStream(HttpSpan span, HttpServerResponse response) {
    this.span = span;
    this.response = response;
  }

  /** Puts itself between the method and what sends its stream, in the handlers of this request. */
  static void watch(
      ResteasyReactiveRequestContext request, HttpSpan span, HttpServerResponse response) {
    ServerRestHandler[] handlers = request.getHandlers();
    int position = request.getPosition();
    for (int i = position; i < handlers.length; i++) {
      if (handlers[i] instanceof PublisherResponseHandler) {
        ServerRestHandler[] more = Arrays.copyOf(handlers, handlers.length + 1);
        System.arraycopy(handlers, i, more, i + 1, handlers.length - i);
        more[i] = new BrokenStream(span, response);
        request.restart(more, true);
        request.setPosition(position);
        return;
      }
    }
  }

  @Override
  public void handle(ResteasyReactiveRequestContext request) {
    // A RestMulti has the head of the response, too, and no way to make another one from it.
    if (request.getResult() instanceof Publisher<?> items && !(items instanceof RestMulti<?>)) {
      request.setResult(Multi.createFrom().publisher(items).onTermination().invoke(this::end));
    }
  }

  private void end(@Nullable Throwable failure, boolean cancelled) {
    if (response.headWritten() && (cancelled || failure != null)) {
      span.end(response.getStatusCode(), failure);
    }
  }
}

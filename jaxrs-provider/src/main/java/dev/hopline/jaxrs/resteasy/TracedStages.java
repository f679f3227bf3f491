// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.resteasy;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.spi.AsyncResponseProvider;
import org.jspecify.annotations.Nullable;

/**
 * Lets RESTEasy see a method's stage complete in the context of the request. Whichever thread
 * completes it runs the response filters and writes the body, and asks no dispatcher for that.
 */
final class TracedStages implements AsyncResponseProvider<CompletionStage<?>> {
  @Override
  public @Nullable CompletionStage<?> toCompletionStage(@Nullable CompletionStage<?> stage) {
    // Complete already, it is answered on this thread; and null is RESTEasy's to complain about.
    if (stage == null || (stage instanceof CompletableFuture<?> future && future.isDone())) {
      return stage;
    }
    Context request = Context.current();
    CompletableFuture<@Nullable Object> seen = new CompletableFuture<>();
    stage.whenComplete(
        (value, error) -> {
          try (Scope ignored = request.makeCurrent()) {
            if (error == null) {
              seen.complete(value);
            } else {
              seen.completeExceptionally(error);
            }
          }
        });
    return seen;
  }
}

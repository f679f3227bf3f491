// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What a stage can be. */
enum TckStage {
  FUTURE(future -> future),
  SUBCLASS(
      future -> {
        Own<String> own = new Own<>();
        CompletableFuture<String> unused =
            future.whenComplete((value, error) -> own.finish(value, error));
        return own;
      }),
  DEPENDENT(future -> future.thenApply(String::strip)),
  MINIMAL(CompletableFuture::minimalCompletionStage),
  COPY(CompletableFuture::copy);

  private final Function<CompletableFuture<String>, CompletionStage<String>> returned;

  TckStage(Function<CompletableFuture<String>, CompletionStage<String>> returned) {
    this.returned = returned;
  }

  /** What completes as the future does. */
  CompletionStage<String> of(CompletableFuture<String> future) {
    return returned.apply(future);
  }

  /** An application's own. */
  private static final class Own<T> extends CompletableFuture<T> {
    void finish(T value, Throwable error) {
      if (error == null) {
        complete(value);
      } else {
        completeExceptionally(error);
      }
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
      return new Own<>();
    }
  }
}

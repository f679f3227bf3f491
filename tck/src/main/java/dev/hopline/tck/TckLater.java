// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import dev.hopline.Traced;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** A bean whose methods return what a test gives them, declared in several ways. */
@ApplicationScoped
public class TckLater {
  /** At once. */
  @Traced
  public void now() {}

  /** An interface. */
  @Traced
  public @Nullable CompletionStage<String> stage(
      Supplier<? extends @Nullable CompletionStage<String>> result) {
    return result.get();
  }

  /** The class that implements it. */
  @WithSpan
  public @Nullable CompletableFuture<String> future(
      Supplier<@Nullable CompletableFuture<String>> result) {
    return result.get();
  }

  /** Of Java. */
  @Traced
  public Flow.@Nullable Publisher<String> publisher(
      Supplier<Flow.@Nullable Publisher<String>> result) {
    return result.get();
  }

  /** Of Reactive Streams. */
  @WithSpan
  public @Nullable Publisher<String> reactiveStreams(Supplier<@Nullable Publisher<String>> result) {
    return result.get();
  }

  /** Of Mutiny. */
  @Traced
  public @Nullable Uni<String> uni(Supplier<@Nullable Uni<String>> result) {
    return result.get();
  }

  /** Of Mutiny. */
  @WithSpan
  public @Nullable Multi<String> multi(Supplier<@Nullable Multi<String>> result) {
    return result.get();
  }

  /** Of no type that would say what it is. */
  @Traced
  public Object object(Supplier<Object> result) {
    return result.get();
  }

  /** Of a type that the caller knows. */
  @Traced
  public <T> T generic(Supplier<T> result) {
    return result.get();
  }
}

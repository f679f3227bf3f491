// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/**
 * The context of a thread that works on a Vert.x duplicated context is that one's; any other
 * thread's is thread-local. A request of Quarkus goes over an event loop and workers: a
 * thread-local would stay behind on each of them.
 */
final class VertxContextStorage implements ContextStorage {
  private static final String KEY = "dev.hopline.context";

  private final ContextStorage threadLocal;

  VertxContextStorage(ContextStorage threadLocal) {
    this.threadLocal = threadLocal;
  }

  static boolean isKept(Context context) {
    io.vertx.core.Context vertx = duplicated();
    return vertx != null && vertx.getLocal(KEY) == context;
  }

  private static io.vertx.core.@Nullable Context duplicated() {
    io.vertx.core.Context vertx = Vertx.currentContext();
    return vertx != null && VertxContext.isDuplicatedContext(vertx) ? vertx : null;
  }

  @Override
  public Scope attach(@Nullable Context toAttach) {
    if (toAttach == null) {
      return Scope.noop();
    }
    io.vertx.core.Context vertx = duplicated();
    if (vertx == null) {
      return threadLocal.attach(toAttach);
    }
    Context previous = vertx.getLocal(KEY);
    if (previous == toAttach) {
      return Scope.noop();
    }
    vertx.putLocal(KEY, toAttach);
    return () -> restore(vertx, toAttach, previous);
  }

  /** Closed out of order, or after others took over, a scope has nothing left to undo. */
  private static void restore(
      io.vertx.core.Context vertx, Context attached, @Nullable Context previous) {
    if (vertx.getLocal(KEY) != attached) {
      return;
    }
    if (previous == null) {
      vertx.removeLocal(KEY);
    } else {
      vertx.putLocal(KEY, previous);
    }
  }

  @Override
  public @Nullable Context current() {
    io.vertx.core.Context vertx = duplicated();
    return vertx == null ? threadLocal.current() : vertx.getLocal(KEY);
  }
}

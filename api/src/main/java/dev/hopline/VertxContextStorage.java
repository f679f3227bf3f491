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
 *
 * <p>A task that was submitted with a context of its own has it for itself, though: it may run
 * beside the rest of its request, on the same duplicated context.
 */
final class VertxContextStorage implements ContextStorage {
  private static final String KEY = "dev.hopline.context";

  /**
   * The first that was attached: it tells one request from another. The duplicated context itself
   * does not, for Quarkus has its executors work on copies.
   */
  private static final String REQUEST = "dev.hopline.request";

  /** The task that this thread is at; it leaves at the task's end. */
  private static final ThreadLocal<Task> TASK = new ThreadLocal<>();

  private final ContextStorage threadLocal;

  VertxContextStorage(ContextStorage threadLocal) {
    this.threadLocal = threadLocal;
  }

  static boolean isKept(Context context) {
    io.vertx.core.Context vertx = duplicated();
    return vertx != null && task(vertx) == null && vertx.getLocal(KEY) == context;
  }

  /** What tells this thread's request from others; null where it works for none. */
  static @Nullable Object request() {
    io.vertx.core.Context vertx = duplicated();
    return vertx == null ? null : vertx.getLocal(REQUEST);
  }

  /** Whether this thread works for a request, of which another thread's context is none. */
  static boolean isForeign(Context context, @Nullable Object request) {
    Object here = request();
    return here != null && here != request && (request != null || context == Context.root());
  }

  /** Makes it current on this thread alone, until the scope is closed on it. */
  @SuppressWarnings("MustBeClosedChecker") // The scope that is returned closes it.
  static Scope openTask(Context context) {
    io.vertx.core.Context vertx = duplicated();
    if (vertx == null) {
      return context.makeCurrent();
    }
    Task outer = TASK.get();
    Task task = new Task(vertx, Context.current());
    TASK.set(task);
    Scope scope = context.makeCurrent();
    return () -> {
      scope.close();
      if (TASK.get() != task) {
        return;
      }
      if (outer == null) {
        TASK.remove();
      } else {
        TASK.set(outer);
      }
    };
  }

  private static @Nullable Task task(io.vertx.core.Context vertx) {
    Task task = TASK.get();
    return task != null && task.vertx == vertx ? task : null;
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
    Task task = task(vertx);
    if (task != null) {
      return task.attach(toAttach);
    }
    Context previous = vertx.getLocal(KEY);
    if (previous == toAttach) {
      return Scope.noop();
    }
    vertx.putLocal(KEY, toAttach);
    if (previous == null) {
      vertx.putLocal(REQUEST, toAttach);
    }
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
      vertx.removeLocal(REQUEST);
    } else {
      vertx.putLocal(KEY, previous);
    }
  }

  @Override
  public @Nullable Context current() {
    io.vertx.core.Context vertx = duplicated();
    if (vertx == null) {
      return threadLocal.current();
    }
    Task task = task(vertx);
    return task == null ? vertx.getLocal(KEY) : task.current;
  }

  /** A task on a duplicated context, of one thread. */
  private static final class Task {
    private final io.vertx.core.Context vertx;
    private Context current;

    Task(io.vertx.core.Context vertx, Context current) {
      this.vertx = vertx;
      this.current = current;
    }

    Scope attach(Context toAttach) {
      Context previous = current;
      if (previous == toAttach) {
        return Scope.noop();
      }
      current = toAttach;
      return () -> {
        if (current == toAttach) {
          current = previous;
        }
      };
    }
  }
}

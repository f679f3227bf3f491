// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import dev.hopline.Tracing;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;

/** The ways to have a task run on another thread with the context of this one. */
enum TckTasks {
  EXECUTE {
    @Override
    void run(Threads threads, Runnable task) {
      Tracing.propagating((ExecutorService) threads.plain).execute(task);
    }
  },
  SUBMIT {
    @Override
    void run(Threads threads, Runnable task) {
      Future<?> unused = Tracing.propagating((ExecutorService) threads.plain).submit(task);
    }
  },
  INVOKE_ALL {
    @Override
    void run(Threads threads, Runnable task) throws InterruptedException {
      List<Callable<Object>> tasks = List.of(Executors.callable(task));
      var unused = Tracing.propagating((ExecutorService) threads.plain).invokeAll(tasks);
    }
  },
  SCHEDULE {
    @Override
    void run(Threads threads, Runnable task) {
      Future<?> unused =
          Tracing.propagating(threads.plain).schedule(task, 1, TimeUnit.MILLISECONDS);
    }
  },
  STAGE {
    @Override
    void run(Threads threads, Runnable task) {
      CompletableFuture<Void> unused =
          CompletableFuture.runAsync(task, Tracing.propagating((ExecutorService) threads.plain));
    }
  },
  MANAGED_EXECUTE {
    @Override
    void run(Threads threads, Runnable task) {
      threads.managed.execute(task);
    }
  },
  MANAGED_STAGE {
    @Override
    void run(Threads threads, Runnable task) {
      CompletableFuture<Void> unused = threads.managed.runAsync(() -> {}).thenRunAsync(task);
    }
  },
  CONTEXTUAL {
    @Override
    void run(Threads threads, Runnable task) {
      threads.plain.execute(ThreadContext.builder().build().contextualRunnable(task));
    }
  };

  /** Has it run, sooner or later. */
  abstract void run(Threads threads, Runnable task) throws InterruptedException;

  /** As many of its own as a test needs at once, and as many of the platform. */
  static final class Threads implements AutoCloseable {
    static final int COUNT = 2;

    final ScheduledExecutorService plain = Executors.newScheduledThreadPool(COUNT);
    final ManagedExecutor managed = ManagedExecutor.builder().build();

    @Override
    public void close() throws InterruptedException {
      for (ExecutorService each : List.of(plain, managed)) {
        each.shutdown();
        each.awaitTermination(SpanInbox.LIMIT.toNanos(), TimeUnit.NANOSECONDS);
      }
    }
  }
}

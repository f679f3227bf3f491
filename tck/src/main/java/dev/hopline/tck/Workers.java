// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The threads of a load, each of which is a client of its own. */
final class Workers {
  private Workers() {}

  /** What one of them does, which has a number, from 0. */
  interface Work {
    void run(int worker) throws Exception;
  }

  /**
   * Has so many work at a time, and waits for all, also if one fails: what the others have on its
   * way would come into the next test.
   *
   * @throws AssertionError if one fails
   */
  static void run(int count, Work work) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int worker = i;
        workers.add(
            threads.submit(
                () -> {
                  work.run(worker);
                  return null;
                }));
      }
      await(workers);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(List<Future<?>> workers) throws InterruptedException {
    Throwable failure = null;
    for (Future<?> worker : workers) {
      try {
        worker.get();
      } catch (ExecutionException e) {
        failure = failure == null ? e.getCause() : failure;
      }
    }
    if (failure != null) {
      throw new AssertionError("A request of the load failed: " + failure, failure);
    }
  }
}

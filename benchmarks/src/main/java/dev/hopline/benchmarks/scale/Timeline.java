// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What happens when, on one thread: many requests are under way at once, as in services. All steps
 * are made in their order; those of the next millisecond with those that are due, so that what it
 * costs to wait is little beside what is measured.
 */
final class Timeline {
  private record Step(long due, long number, Runnable action) implements Comparable<Step> {
    @Override
    public int compareTo(Step other) {
      int order = Long.compare(due, other.due);
      return order != 0 ? order : Long.compare(number, other.number);
    }
  }

  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(1);

  private final PriorityQueue<Step> steps = new PriorityQueue<>();
  private long number;

  /** Adds a step, so many nanoseconds after the start of {@link #run}. */
  void at(long due, Runnable action) {
    steps.add(new Step(due, number++, action));
  }

  /** Makes all steps, those included that steps add. */
  void run() {
    long start = System.nanoTime();
    for (Step step = steps.poll(); step != null; step = steps.poll()) {
      for (long early = early(start, step); early > TICK; early = early(start, step)) {
        LockSupport.parkNanos(early);
      }
      step.action.run();
    }
  }

  private static long early(long start, Step step) {
    return step.due - (System.nanoTime() - start);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** How much more of the heap is reachable after an iteration than before. */
public final class RetainedHeap implements InternalProfiler {
  static final String LABEL = "retained";

  private static final int COLLECTIONS = 8;

  private long before;

  @Override
  public String getDescription() {
    return "Bytes that an iteration leaves behind";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = used();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    return List.of(new ScalarResult(LABEL, used() - before, "B", AggregationPolicy.AVG));
  }

  /**
   * The least after several collections: references that one clears make more garbage, and whoever
   * is told of collections, as metrics are, may take a thread's share of the heap right after it.
   */
  private static long used() {
    return LongStream.generate(RetainedHeap::collect).limit(COLLECTIONS).min().orElseThrow();
  }

  private static long collect() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}

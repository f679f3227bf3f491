// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** How often the threads of an iteration had to wait for a monitor that another one held. */
public final class LockWaits implements InternalProfiler {
  static final String LABEL = "blocked";

  private static final double MILLION = 1e6;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long before;

  @Override
  public String getDescription() {
    return "Waits for monitors for each million operations";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = blocked();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double operations = result.getMetadata().getAllOps() / MILLION;
    double blocked = blocked() - before;
    return List.of(
        new ScalarResult(LABEL, blocked / operations, "1/1e6 op", AggregationPolicy.AVG));
  }

  private long blocked() {
    return Stream.of(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(Objects::nonNull)
        .mapToLong(ThreadInfo::getBlockedCount)
        .sum();
  }
}

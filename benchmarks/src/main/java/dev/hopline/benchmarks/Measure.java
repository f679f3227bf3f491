// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** How a cell is measured: one fork of JMH's. */
enum Measure {
  /**
   * Bytes for each operation, exactly. A fixed number of operations, and the compiler in the
   * foreground, give the same machine code and the same figure each time, however busy the machine.
   */
  BYTES("gc.alloc.rate.norm", Measure.BATCH) {
    @Override
    ChainedOptionsBuilder shape(ChainedOptionsBuilder options) {
      return options
          .mode(org.openjdk.jmh.annotations.Mode.SingleShotTime)
          .warmupBatchSize(BATCH)
          .warmupIterations(3)
          .measurementBatchSize(BATCH)
          .measurementIterations(2)
          .addProfiler(GCProfiler.class)
          .jvmArgsAppend("-Xbatch");
    }
  },
  /**
   * CPU time for each operation in nanoseconds. The compiler's is in it, too, and it is done with
   * Jersey only after some seconds, on Java 25 after more than on 17.
   */
  NANOS(CpuTime.LABEL, 1) {
    @Override
    ChainedOptionsBuilder shape(ChainedOptionsBuilder options) {
      return options
          .mode(org.openjdk.jmh.annotations.Mode.AverageTime)
          .warmupTime(TimeValue.milliseconds(1000))
          .warmupIterations(8)
          .measurementTime(TimeValue.milliseconds(500))
          .measurementIterations(4)
          .addProfiler(CpuTime.class);
    }
  },
  /** How often a thread had to wait for a lock or parked, for a million operations. */
  WAITS(LockWaits.LABEL, 1) {
    @Override
    ChainedOptionsBuilder shape(ChainedOptionsBuilder options) {
      return options
          .mode(org.openjdk.jmh.annotations.Mode.AverageTime)
          .warmupTime(TimeValue.milliseconds(1500))
          .warmupIterations(1)
          .measurementTime(TimeValue.milliseconds(1500))
          .measurementIterations(1)
          .addProfiler(LockWaits.class);
    }
  },
  /** Bytes of heap that each of many operations leaves behind. */
  RETAINED(RetainedHeap.LABEL, Measure.MANY) {
    @Override
    ChainedOptionsBuilder shape(ChainedOptionsBuilder options) {
      return options
          .mode(org.openjdk.jmh.annotations.Mode.SingleShotTime)
          .warmupBatchSize(BATCH)
          .warmupIterations(2)
          .measurementBatchSize(MANY)
          .measurementIterations(1)
          .addProfiler(RetainedHeap.class);
    }
  },
  /** CPU time of what happens once in a virtual machine. */
  START_NANOS(CpuTime.LABEL, 1) {
    @Override
    ChainedOptionsBuilder shape(ChainedOptionsBuilder options) {
      return once(options).addProfiler(CpuTime.class);
    }
  },
  /** Bytes of heap that are still reachable after what happens once. */
  START_HEAP(RetainedHeap.LABEL, 1) {
    @Override
    ChainedOptionsBuilder shape(ChainedOptionsBuilder options) {
      return once(options).addProfiler(RetainedHeap.class);
    }
  };

  private static final int BATCH = 10_000;
  private static final int MANY = 100_000;

  private final String label;
  private final int operations;

  Measure(String label, int operations) {
    this.label = label;
    this.operations = operations;
  }

  abstract ChainedOptionsBuilder shape(ChainedOptionsBuilder options);

  /** Runs a fork; the least of its iterations, which is the one that was disturbed the least. */
  double of(Cell cell, ClassPath build) throws RunnerException {
    // JMH gives its own class path to the fork.
    System.setProperty("java.class.path", classPath(cell, build).toString());
    try {
      Collection<RunResult> results = new Runner(options(cell).build()).run();
      Result<?> result = results.iterator().next().getSecondaryResults().get(label);
      return result.getStatistics().getMin() / operations;
    } finally {
      System.setProperty("java.class.path", build.toString());
    }
  }

  private static ClassPath classPath(Cell cell, ClassPath build) {
    return cell.onHelidon()
        ? Helidon.found().orElseThrow().classPath(build, cell.parts())
        : build.with(cell.parts());
  }

  private ChainedOptionsBuilder options(Cell cell) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("\\." + cell.benchmark() + "$")
            .forks(1)
            .threads(cell.threads())
            .timeUnit(TimeUnit.NANOSECONDS)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .jvmArgs(
                "-Xms256m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Djava.util.logging.config.class=" + QuietLogging.class.getName());
    cell.params().forEach(options::param);
    if (cell.onHelidon()) {
      Helidon.found().orElseThrow().run(options);
    }
    return shape(options);
  }

  private static ChainedOptionsBuilder once(ChainedOptionsBuilder options) {
    return options
        .mode(org.openjdk.jmh.annotations.Mode.SingleShotTime)
        .warmupIterations(0)
        .measurementIterations(1);
  }
}

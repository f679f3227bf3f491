// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One call of a bean's method, in Weld. */
@State(Scope.Benchmark)
public class MethodBenchmark {
  @Param MethodContender contender;
  @Param Mode mode;

  private SeContainer weld;
  private Shop shop;

  /** Starts the container, which starts tracing where it is in it. */
  @Setup
  public void open() {
    mode.settings().forEach(System::setProperty);
    weld = SeContainerInitializer.newInstance().addBeanClasses(contender.beans()).initialize();
    shop = weld.select(contender.shop()).get();
  }

  /** What was measured has to have worked, or the figures say nothing. */
  @TearDown
  public void close() throws Exception {
    List<Evidence> spans;
    try (AutoCloseable ignored = mode.makeCurrent()) {
      spans = Sink.INSTANCE.watch(() -> shop.buy(17));
    }
    boolean traced = contender.traces() && mode.records();
    Evidence.require(spans.size() == (traced ? 1 : 0), "spans " + spans);
    if (traced) {
      Evidence.require(spans.get(0).kind().equals("INTERNAL"), "kind of " + spans);
    }
    weld.close();
  }

  /** The caller's trace, which is current as in a request. */
  @State(Scope.Thread)
  public static class Parent {
    private AutoCloseable scope = () -> {};

    /** As a request would. */
    @Setup
    public void open(MethodBenchmark benchmark) {
      scope = benchmark.mode.makeCurrent();
    }

    /** Leaves the thread as it was. */
    @TearDown
    public void close() throws Exception {
      scope.close();
    }
  }

  /** Gives the result, so that nothing is optimized away. */
  @Benchmark
  public int buy(Parent parent) {
    return shop.buy(17);
  }

  /** The same with an attribute of the argument. */
  @Benchmark
  public int find(Parent parent) {
    return shop.find(17);
  }
}

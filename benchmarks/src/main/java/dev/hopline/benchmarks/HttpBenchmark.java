// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One HTTP exchange, of whatever stack and whoever traces it. */
@State(Scope.Benchmark)
public class HttpBenchmark {
  @Param Stack stack;
  @Param Contender contender;
  @Param Mode mode;

  @Param("GET")
  String workload;

  private Workload work;
  private Instrument instrument;
  private Exchange exchange;

  /** Starts tracing, then the application. */
  @Setup
  public void open() {
    work = Workload.of(workload);
    instrument = contender.start(mode, stack);
    exchange = stack.open(instrument, work);
  }

  /** What was measured has to have worked, or the figures say nothing. */
  @TearDown
  public void close() throws Exception {
    Call call = calls().get(0);
    List<Evidence> spans;
    try (AutoCloseable ignored = caller()) {
      spans = Sink.INSTANCE.watch(() -> check(exchange.exchange(call)));
    }
    new Expected(stack, contender, mode, work).check(spans, call);
    exchange.close();
    instrument.close();
  }

  private void check(int status) {
    Evidence.require(status == work.status(), "HTTP status " + status);
  }

  /** A client is called within a trace; a server gets it by its headers. */
  private AutoCloseable caller() {
    return stack.isServer() ? () -> {} : mode.makeCurrent();
  }

  private List<Call> calls() {
    return work.calls(contender.trace(mode));
  }

  /** The calls of one thread, and the context in which an application makes them. */
  @State(Scope.Thread)
  public static class Calls {
    private List<Call> calls;
    private int next;
    private AutoCloseable scope;

    /** As in an application. */
    @Setup
    public void open(HttpBenchmark benchmark) {
      calls = benchmark.calls();
      scope = benchmark.caller();
    }

    /** Leaves the thread as it was. */
    @TearDown
    public void close() throws Exception {
      scope.close();
    }

    Call next() {
      next = next + 1 == calls.size() ? 0 : next + 1;
      return calls.get(next);
    }
  }

  /** Gives the status, so that nothing is optimized away. */
  @Benchmark
  public int exchange(Calls calls) {
    return exchange.exchange(calls.next());
  }
}

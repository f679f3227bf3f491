// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** One of which nothing has been there before. */
    Call distinct() {
      next++;
      String path = "/books/" + next;
      Map<String, List<String>> headers = new HashMap<>(calls.get(0).headers());
      headers.put("host", List.of("host" + next));
      headers.put("user-agent", List.of("agent/" + next));
      headers.put("traceparent", List.of("00-%032x-%016x-01".formatted(next, next)));
      return Call.of("GET", path, "/books/{id}", headers);
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

  /** The same for requests that are all different. */
  @Benchmark
  public int distinct(Calls calls) {
    return exchange.exchange(calls.distinct());
  }
}

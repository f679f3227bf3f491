// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import dev.hopline.Tracing;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From nothing to tracing that would export, once in a virtual machine. */
@State(Scope.Benchmark)
public class StartBenchmark {
  @Param Contender contender;

  private Object started = this;

  /** What both are told. Nothing is sent: there are no spans, and metrics come once a minute. */
  @Setup
  public void configure() {
    System.setProperty("otel.service.name", "benchmark");
    System.setProperty("otel.exporter.otlp.protocol", "http/protobuf");
  }

  /** Starts; it is kept, to see what it holds. */
  @Benchmark
  public Object start() {
    started =
        switch (contender) {
          case NONE -> this;
          case HOPLINE -> hopline();
          default -> sdk();
        };
    return started;
  }

  // In a method of its own: on the other's class path there is no such class.
  private static Object hopline() {
    return Tracing.builder().start();
  }

  private static Object sdk() {
    return AutoConfiguredOpenTelemetrySdk.builder().build().getOpenTelemetrySdk();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A request comes in with headers as somebody has written them, and the application calls on by its
 * client: what goes out is what W3C Trace Context and W3C Baggage ask for. Cases that start with
 * {@code test_} are those of the W3C's own validation suite.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PropagationContract {
  private static final int BAD_REQUESTS = 100;

  @RegisterExtension final TracedApplication app;

  private Callee callee;
  private Hop hop;

  /** A contract for a runtime that is not open. */
  protected PropagationContract(TracingRuntime runtime) {
    app = new TracedApplication(runtime);
  }

  @BeforeAll
  void open() throws IOException {
    callee = new Callee();
    hop = new Hop(app, callee);
  }

  @AfterAll
  void close() throws IOException {
    callee.close();
  }

  private static PropagationCases cases() {
    return TraceparentCases.all()
        .addAll(TracestateCases.all())
        .addAll(FurtherCases.all())
        .addAll(RequestCases.all())
        .addAll(BaggageCases.all());
  }

  static List<String> names() {
    return cases().names();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void case_holds(String name) throws Exception {
    for (PropagationStep step : cases().steps(name)) {
      step.run(hop);
    }
    takeSpans();
  }

  /** OpenTelemetry from 1.64 to 1.67 writes 12 MB. */
  @Test
  void malformedHeaders_writeNoLine() throws Exception {
    int before = app.log().size();
    for (int i = 0; i < BAD_REQUESTS; i++) {
      hop.send(
          "traceparent: garbage", "tracestate: ,=,", "baggage: " + "bad member %zz,".repeat(50));
    }
    takeSpans();
    assertThat(app.log().subList(before, app.log().size())).isEmpty();
  }

  private void takeSpans() throws IOException, InterruptedException {
    app.settle();
    app.spans.takeAll();
  }
}

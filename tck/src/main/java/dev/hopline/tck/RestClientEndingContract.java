// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.AggregateWith;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What {@link ClientEndingContract} says of calls is true of a MicroProfile REST client that is
 * built, and its spans are named by the templates of their methods; where there are any.
 */
public abstract class RestClientEndingContract extends ClientEndings {
  /** A contract for a runtime that is not open. */
  protected RestClientEndingContract(TracingRuntime runtime) {
    super(runtime, "rest-calls", '/' + TckCallClient.TEMPLATE);
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @CsvSource(delimiter = '|', textBlock = ClientEnding.TABLE)
  void syncCall_isOneClientSpan(
      String name, @AggregateWith(ClientEnding.Row.class) ClientEnding ending)
      throws IOException, InterruptedException {
    ending.check(this, "sync");
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @CsvSource(delimiter = '|', textBlock = ClientEnding.TABLE)
  void stageCall_isOneClientSpan(
      String name, @AggregateWith(ClientEnding.Row.class) ClientEnding ending)
      throws IOException, InterruptedException {
    ending.check(this, "stage");
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          thread interrupted | /stall | interrupted |   | -1 |
          stage cancelled    | /stall | cancelled   | 0 | -1 |
          """)
  void caller_isNoError(String name, @AggregateWith(ClientEnding.Row.class) ClientEnding ending)
      throws IOException, InterruptedException {
    ending.check(this, name.startsWith("thread") ? "sync" : "stage");
  }
}

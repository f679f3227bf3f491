// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.AggregateWith;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What {@link RestClientEndingContract} says of calls is true of a MicroProfile REST client that is
 * injected, too; where CDI injects any.
 */
public abstract class InjectedClientEndingContract extends ClientEndings {
  /** A contract for a runtime that is not open. */
  protected InjectedClientEndingContract(TracingRuntime runtime) {
    super(runtime, "injected-calls", '/' + TckCallClient.TEMPLATE);
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @CsvSource(delimiter = '|', textBlock = ClientEnding.OF_ANY)
  void syncCall_isOneClientSpan(
      String name, @AggregateWith(ClientEnding.Row.class) ClientEnding ending)
      throws IOException, InterruptedException {
    ending.check(this, "sync");
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @CsvSource(delimiter = '|', textBlock = ClientEnding.OF_ANY)
  void stageCall_isOneClientSpan(
      String name, @AggregateWith(ClientEnding.Row.class) ClientEnding ending)
      throws IOException, InterruptedException {
    ending.check(this, "stage");
  }

  /** The caller has changed its mind. */
  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @CsvSource(delimiter = '|', textBlock = "stage cancelled | /stall | cancelled | 0 | -1 |")
  void caller_isNoError(String name, @AggregateWith(ClientEnding.Row.class) ClientEnding ending)
      throws IOException, InterruptedException {
    ending.check(this, "stage");
  }
}

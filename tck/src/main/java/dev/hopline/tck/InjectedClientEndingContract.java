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
  private static final String ENDINGS =
      """
      2xx     | /status/200 | | 200 | 200 |
      4xx     | /status/404 | | 404 | 404 | 404
      refused | refused     | | 0   |     | ConnectException
      """;

  /** A contract for a runtime that is not open. */
  protected InjectedClientEndingContract(TracingRuntime runtime) {
    super(runtime, "injected-calls", '/' + TckCallClient.TEMPLATE);
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @CsvSource(delimiter = '|', textBlock = ENDINGS)
  void syncCall_isOneClientSpan(
      String name, @AggregateWith(ClientEnding.Row.class) ClientEnding ending)
      throws IOException, InterruptedException {
    ending.check(this, "sync");
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @CsvSource(delimiter = '|', textBlock = ENDINGS)
  void stageCall_isOneClientSpan(
      String name, @AggregateWith(ClientEnding.Row.class) ClientEnding ending)
      throws IOException, InterruptedException {
    ending.check(this, "stage");
  }
}

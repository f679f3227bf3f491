// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.AggregateWith;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What {@link RestClientEndingContract} says of calls is true of methods that return a Uni, which
 * Quarkus alone has.
 */
abstract class UniClientEndingContract extends ClientEndings {
  UniClientEndingContract(TracingRuntime runtime) {
    super(runtime, "uni-calls", '/' + TckCallClient.TEMPLATE);
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @CsvSource(delimiter = '|', textBlock = ClientEnding.TABLE)
  void uniCall_isOneClientSpan(
      String name, @AggregateWith(ClientEnding.Row.class) ClientEnding ending)
      throws IOException, InterruptedException {
    ending.check(this, "uni");
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          thread interrupted    | /stall      | interrupted | 0 | -1 |
          uni cancelled         | /stall      | cancelled   | 0 | -1 |
          uni cancelled at once | /status/200 | abandoned   | 0 | -1 |
          """)
  void caller_isNoError(String name, @AggregateWith(ClientEnding.Row.class) ClientEnding ending)
      throws IOException, InterruptedException {
    ending.check(this, "uni");
  }

  /** As a retry does. */
  @Test
  void secondSubscription_isAnotherClientSpan() throws IOException, InterruptedException {
    checkTwice("uni");
  }
}

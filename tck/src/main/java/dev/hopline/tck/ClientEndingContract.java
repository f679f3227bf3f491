// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.AggregateWith;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every call by the runtime's Jakarta REST client, in whatever way it ends, is exactly one CLIENT
 * span that has ended, with the status and the error of that end, and one value of {@code
 * http.client.request.duration}. The caller's span is current before and after.
 */
public abstract class ClientEndingContract extends ClientEndings {
  /** A contract for a runtime that is not open. */
  protected ClientEndingContract(TracingRuntime runtime) {
    super(runtime, "calls", null);
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
  void asyncCall_isOneClientSpan(
      String name, @AggregateWith(ClientEnding.Row.class) ClientEnding ending)
      throws IOException, InterruptedException {
    ending.check(this, "async");
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @CsvSource(delimiter = '|', textBlock = ClientEnding.TABLE)
  void callbackCall_isOneClientSpan(
      String name, @AggregateWith(ClientEnding.Row.class) ClientEnding ending)
      throws IOException, InterruptedException {
    ending.check(this, "callback");
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @CsvSource(delimiter = '|', textBlock = ClientEnding.TABLE)
  void rxCall_isOneClientSpan(
      String name, @AggregateWith(ClientEnding.Row.class) ClientEnding ending)
      throws IOException, InterruptedException {
    ending.check(this, "rx");
  }

  /** The caller has changed its mind: that is no error of the call, which may even go on. */
  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          thread interrupted | /stall | interrupted |   | -1 |
          future cancelled   | /stall | cancelled   | 0 | -1 |
          stage cancelled    | /stall | cancelled   | 0 | -1 |
          """)
  void caller_isNoError(String name, @AggregateWith(ClientEnding.Row.class) ClientEnding ending)
      throws IOException, InterruptedException {
    ending.check(
        this, name.startsWith("thread") ? "sync" : name.startsWith("future") ? "async" : "rx");
  }

  /** An invocation may be used again, and then has its own headers, not those of its first use. */
  @ParameterizedTest
  @CsvSource({"sync", "async"})
  void secondInvocation_isAnotherClientSpan(String mode) throws IOException, InterruptedException {
    checkTwice(mode);
  }
}

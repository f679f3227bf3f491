// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.AggregateWith;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every call by the runtime's Jakarta REST client, in whatever way it ends, is exactly one CLIENT
 * span that has ended, with the status and the error of that end, and one value of {@code
 * http.client.request.duration}. The caller's span is current before and after.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ClientEndingContract {
  static final String DURATION = "http.client.request.duration";

  @RegisterExtension final TracedApplication app;

  private final TracingRuntime runtime;
  private final AddedValues added;
  private ScriptedServer peer;

  /** A contract for a runtime that is not open. */
  protected ClientEndingContract(TracingRuntime runtime) {
    this.runtime = runtime;
    app = new TracedApplication(runtime, MetricsContract.SETTINGS);
    added = new AddedValues(app.histograms, DURATION);
  }

  @BeforeAll
  void openPeer() throws IOException {
    peer = ScriptedServer.open();
  }

  @AfterAll
  void closePeer() throws IOException {
    peer.close();
  }

  /** Before the first call there is nothing to collect. */
  @BeforeEach
  void collect() throws IOException, InterruptedException {
    app.get("calls?mode=sync&manner=plain&url=" + peer.uri("/status/200"));
    app.spans.takeServer();
    app.spans.takeClient();
    added.reset();
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @CsvSource(delimiter = '|', textBlock = ClientEnding.TABLE)
  void syncCall_isOneClientSpan(
      String name, @AggregateWith(ClientEnding.Row.class) ClientEnding ending)
      throws IOException, InterruptedException {
    check(ending, "sync");
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @CsvSource(delimiter = '|', textBlock = ClientEnding.TABLE)
  void asyncCall_isOneClientSpan(
      String name, @AggregateWith(ClientEnding.Row.class) ClientEnding ending)
      throws IOException, InterruptedException {
    check(ending, "async");
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @CsvSource(delimiter = '|', textBlock = ClientEnding.TABLE)
  void rxCall_isOneClientSpan(
      String name, @AggregateWith(ClientEnding.Row.class) ClientEnding ending)
      throws IOException, InterruptedException {
    check(ending, "rx");
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
    check(ending, name.startsWith("thread") ? "sync" : name.startsWith("future") ? "async" : "rx");
  }

  /** An invocation may be used again, and then has its own headers, not those of its first use. */
  @ParameterizedTest
  @CsvSource({"sync", "async"})
  void secondInvocation_isAnotherClientSpan(String mode) throws IOException, InterruptedException {
    app.get("calls?mode=" + mode + "&manner=twice&url=" + app.uri("ok"));

    ReceivedSpan first = app.spans.takeClient();
    ReceivedSpan second = app.spans.takeClient();
    app.spans.take("first called", span -> span.isChildOf(first));
    app.spans.take("second called", span -> span.isChildOf(second));
    ReceivedSpan caller = app.spans.takeServer();
    assertThat(List.of(first, second)).allMatch(span -> span.isChildOf(caller));
  }

  private void check(ClientEnding ending, String mode) throws IOException, InterruptedException {
    ending.check(new ClientEndings(app, peer, added, runtime.untoldCalls()), "calls?mode=" + mode);
  }
}

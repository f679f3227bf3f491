// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrkTest {
  private static final String OUTPUT =
      """
      Running 5s test @ http://127.0.0.1:1/orders/7
        1 threads and 16 connections
        Thread Stats   Avg      Stdev     Max   +/- Stdev
          Latency     1.52ms    1.37ms  31.51ms   96.52%%
          Req/Sec    11.41k     1.31k   13.26k    74.00%%
        Latency Distribution
           50%%    1.27ms
           75%%    1.71ms
           90%%    2.24ms
           99%%    %s
        56745 requests in 5.01s, 4.87MB read
      %sRequests/sec:  11329.87
      Transfer/sec:      0.97MB
      """;

  @ParameterizedTest
  @CsvSource({"870.50us, 0.8705", "7.31ms, 7.31", "1.20s, 1200"})
  void latency_isInMilliseconds(String p99, double millis) {
    assertThat(Wrk.parse(OUTPUT.formatted(p99, ""))).isEqualTo(new Wrk(56745, 11329.87, millis));
  }

  @ParameterizedTest
  @CsvSource({
    "'  Non-2xx or 3xx responses: 5'",
    "'  Socket errors: connect 0, read 3, write 0, timeout 0'"
  })
  void failedRequest_isAFailure(String line) {
    assertThatThrownBy(() -> Wrk.parse(OUTPUT.formatted("7.31ms", line + "\n")))
        .hasMessage("wrk: " + line.strip());
  }

  @Test
  void otherOutput_isAFailure() {
    assertThatThrownBy(() -> Wrk.parse("usage: wrk")).hasMessageContaining("usage: wrk");
  }
}

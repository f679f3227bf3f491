// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the load generator {@code wrk} says of one load.
 *
 * @param requests that were answered
 * @param perSecond of these
 * @param p99Millis the time within which 99 of 100 were answered
 */
record Wrk(long requests, double perSecond, double p99Millis) {
  /** Few: the application, the receiver and wrk share the machine. */
  static final int CONNECTIONS = 16;

  private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in ");
  private static final Pattern PER_SECOND = Pattern.compile("Requests/sec: +([\\d.]+)");
  private static final Pattern P99 = Pattern.compile(" 99% +([\\d.]+)(us|ms|s)\\b");
  private static final Pattern FAILED = Pattern.compile("Socket errors: .*|Non-2xx .*");

  /**
   * Makes as many requests as the application answers.
   *
   * @throws IllegalStateException if a request fails
   */
  static Wrk load(String url, int seconds) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("wrk", "-t1", "-c" + CONNECTIONS, "-d" + seconds + "s", "--latency", url)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(output);
    }
    return parse(output);
  }

  static Wrk parse(String output) {
    Matcher failed = FAILED.matcher(output);
    if (failed.find()) {
      throw new IllegalStateException("wrk: " + failed.group());
    }
    Matcher p99 = find(P99, output);
    double millis =
        switch (p99.group(2)) {
          case "us" -> 0.001;
          case "ms" -> 1;
          default -> 1000;
        };
    return new Wrk(
        Long.parseLong(find(REQUESTS, output).group(1)),
        Double.parseDouble(find(PER_SECOND, output).group(1)),
        Double.parseDouble(p99.group(1)) * millis);
  }

  private static Matcher find(Pattern pattern, String output) {
    Matcher matcher = pattern.matcher(output);
    if (!matcher.find()) {
      throw new IllegalStateException("wrk says nothing of " + pattern + ":\n" + output);
    }
    return matcher;
  }
}

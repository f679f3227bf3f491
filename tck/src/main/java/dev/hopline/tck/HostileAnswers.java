// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.tck.RawConnection.Answer;
import java.util.List;
import java.util.regex.Pattern;

/** What can be compared of the answers to hostile requests, and whose a span is. */
final class HostileAnswers {
  private static final Pattern STACK_TRACE = Pattern.compile("\\(\\w+\\.java:\\d+\\)");

  private static final Pattern ERROR_ID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(-\\d+)?");

  private static final String ID = "http.request.header." + HostileRequests.ID;

  private HostileAnswers() {}

  /** Without the time of day, without what a runtime makes anew for each error. */
  static Answer constant(Answer answer) {
    boolean trace = STACK_TRACE.matcher(answer.body()).find();
    // Not of the same length each time.
    boolean id = ERROR_ID.matcher(answer.body()).find();
    return new Answer(
        answer.httpStatus(),
        answer.headers().stream()
            .filter(
                line -> !line.matches(trace || id ? "(?i)(date|content-length):.*" : "(?i)date:.*"))
            .toList(),
        // The filters of an application are in it as well.
        trace ? "a stack trace" : ERROR_ID.matcher(answer.body()).replaceAll("an id"));
  }

  /** Which request a span is of. */
  static int number(ReceivedSpan span) {
    Object captured = span.attribute(ID);
    assertThat(captured).as("captured by %s", span).isInstanceOf(List.class);
    return Integer.parseInt(String.valueOf(captured).replaceAll("[\\[\\]]", ""));
  }

  /** Whether it is tracing that has logged a line; a server's own stack traces go through it. */
  static boolean isOfTracing(String line) {
    boolean frame = line.strip().startsWith("at ");
    return !frame && isNamed(line);
  }

  private static boolean isNamed(String line) {
    return line.contains("dev.hopline.") || line.contains("io.opentelemetry.");
  }
}

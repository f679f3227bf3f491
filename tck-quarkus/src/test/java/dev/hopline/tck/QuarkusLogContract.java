// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The log lines of a request have its span, on whatever thread of Quarkus; all others have none.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QuarkusLogContract {
  private static final String FIELDS = "[%s|%s|%s][%s|%s|%s]";

  /** The message last. */
  private static final String FORMAT =
      "%t "
          + FIELDS.formatted(
              "%X{trace_id}",
              "%X{span_id}", "%X{trace_flags}", "%X{traceId}", "%X{spanId}", "%X{sampled}")
          + " %s%n";

  @RegisterExtension final TracedApplication app;

  private final TracingRuntime runtime;

  QuarkusLogContract(TracingRuntime runtime) {
    this.runtime = runtime;
    app = new TracedApplication(runtime, Map.of("quarkus.log.console.format", FORMAT));
  }

  private static String fields(ReceivedSpan span) {
    String trace = span.traceId();
    String flags = String.format("%02x", span.flags() & 0xFF);
    return FIELDS.formatted(trace, span.spanId(), flags, trace, span.spanId(), "true");
  }

  private static String none() {
    return FIELDS.formatted("", "", "", "", "", "");
  }

  /** So many lines, which may come after the response that they were written before. */
  private List<String> lines(String message, int count) {
    return await()
        .until(
            () -> runtime.log().stream().filter(line -> line.endsWith(message)).toList(),
            lines -> lines.size() >= count);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "quarkus/log/event-loop, on the event loop,     vert.x-eventloop-thread",
    "quarkus/log/worker,     on the worker,         executor-thread",
    "quarkus/virtual/log,    on the virtual thread, quarkus-virtual-thread"
  })
  void line_hasTheSpanOfTheRequest(String path, String message, String thread)
      throws IOException, InterruptedException {
    for (int request = 1; request <= 2; request++) {
      assertThat(app.get(path).statusCode()).isEqualTo(200);
      ReceivedSpan span = app.takeServer("GET", path, 200);

      List<String> lines = lines(message, request);
      assertThat(lines).hasSize(request);
      assertThat(lines.get(request - 1)).startsWith(thread).contains(fields(span));
    }
  }

  @Test
  void linesOfUni_haveTheSpanOfTheRequest() throws IOException, InterruptedException {
    assertThat(app.get("quarkus/log/uni").statusCode()).isEqualTo(200);
    ReceivedSpan span = app.takeServer("GET", "quarkus/log/uni", 200);

    assertThat(lines("of the Uni", 3))
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).contains(fields(span)));
  }

  @Test
  void lineThatIsOfNoRequest_hasNoSpan() throws IOException, InterruptedException {
    assertThat(app.get("quarkus/log/elsewhere").statusCode()).isEqualTo(200);
    app.takeServer("GET", "quarkus/log/elsewhere", 200);

    assertThat(lines("elsewhere", 1)).singleElement().asString().contains(none());
  }
}

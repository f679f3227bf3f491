// SPDX-License-Identifier: Apache-2.0
package dev.hopline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.tck.ReceivedSpan;
import dev.hopline.tck.RemoteParent;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One request through five packaged services on two runtimes is one trace. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlatformTraceTest {
  private RunningPlatform platform;

  @BeforeAll
  void start() {
    platform =
        RunningPlatform.ofAll(
            Arrays.stream(Sample.values()).filter(RunningPlatform.BUILD::canRun).toList());
  }

  @AfterEach
  void allSpansAreTaken() {
    platform.spans.assertEmpty();
  }

  @AfterAll
  void stop() {
    platform.close();
    platform.spans.assertEmpty();
  }

  @Test
  void goodRequest_isOneTraceOfSixServerSpans() throws Exception {
    RemoteParent parent = RemoteParent.random();
    assertThat(platform.get("chat/ada-1", parent)).isEqualTo(200);

    List<ReceivedSpan> trace = platform.spans.takeTrace(parent.traceId(), 14);
    assertThat(servers(trace))
        .containsExactlyInAnyOrder(
            "gate GET /chat/{conversation} 200",
            "identity GET /users/{id} 200",
            "llm-gateway POST /completions 200",
            "meter POST /usage/{tenant} 200",
            "prompts GET /prompts/{name} 200",
            "meter GET /usage/{tenant}/budget 200");
    assertCalledByTheRightClients(trace, parent);
    assertThat(trace).allMatch(span -> span.status() == StatusCode.UNSET);
  }

  @Test
  void failingHop_isWhereTheErrorBegins() throws Exception {
    RemoteParent parent = RemoteParent.random();
    assertThat(platform.get("chat/ada-1?fail=prompts", parent)).isEqualTo(502);

    List<ReceivedSpan> trace = platform.spans.takeTrace(parent.traceId(), 10);
    assertThat(servers(trace))
        .containsExactlyInAnyOrder(
            "gate GET /chat/{conversation} 502",
            "identity GET /users/{id} 502",
            "llm-gateway POST /completions 502",
            "meter POST /usage/{tenant} 200",
            "prompts GET /prompts/{name} 500");
    assertCalledByTheRightClients(trace, parent);
    ReceivedSpan failed =
        trace.stream()
            .filter(span -> span.service().equals("prompts") && span.kind() == SpanKind.SERVER)
            .findFirst()
            .orElseThrow();
    assertThat(failed.status()).isEqualTo(StatusCode.ERROR);
    assertThat(failed.attribute("error.type")).isEqualTo("500");
    assertThat(failed.exceptions()).hasSize(1);
    assertThat(failed.exceptions().get(0))
        .containsEntry("exception.type", "java.lang.IllegalStateException");
  }

  @Test
  void slowHop_isWhereTheTimeGoes() throws Exception {
    RemoteParent parent = RemoteParent.random();
    assertThat(platform.get("chat/ada-1?slow=meter", parent)).isEqualTo(200);

    List<ReceivedSpan> trace = platform.spans.takeTrace(parent.traceId(), 14);
    assertThat(trace)
        .filteredOn(span -> span.service().equals("meter") && span.kind() == SpanKind.SERVER)
        .hasSize(2)
        .allMatch(span -> span.endNanos() - span.startNanos() >= 300_000_000L);
  }

  private static List<String> servers(List<ReceivedSpan> trace) {
    return trace.stream()
        .filter(span -> span.kind() == SpanKind.SERVER)
        .map(span -> "%s %s %s".formatted(
            span.service(), span.name(), span.attribute("http.response.status_code")))
        .toList();
  }

  /** Each SERVER span is the child of the CLIENT span of the service that calls it, at its URL. */
  private static void assertCalledByTheRightClients(List<ReceivedSpan> trace, RemoteParent first) {
    Map<String, ReceivedSpan> byId =
        trace.stream().collect(Collectors.toMap(ReceivedSpan::spanId, Function.identity()));
    Map<String, List<String>> callers =
        Map.of(
            "identity", List.of("gate"),
            "llm-gateway", List.of("identity"),
            "prompts", List.of("llm-gateway"),
            "meter", List.of("llm-gateway", "prompts"));
    for (ReceivedSpan span : trace) {
      if (span.kind() == SpanKind.SERVER && span.service().equals("gate")) {
        assertThat(span).matches(first::isParentOf);
      } else if (span.kind() == SpanKind.SERVER) {
        ReceivedSpan client = byId.get(span.parentSpanId());
        assertThat(client.kind()).isEqualTo(SpanKind.CLIENT);
        assertThat(callers.get(span.service())).contains(client.service());
        assertThat((String) client.attribute("url.full"))
            .contains(String.valueOf(span.attribute("url.path")));
      } else {
        assertThat(byId).containsKey(span.parentSpanId());
      }
    }
  }
}

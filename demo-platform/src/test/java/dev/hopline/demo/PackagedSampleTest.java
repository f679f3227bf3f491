// SPDX-License-Identifier: Apache-2.0
package dev.hopline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.tck.MixedLoad;
import dev.hopline.tck.MixedLoad.Call;
import dev.hopline.tck.MixedLoad.Sent;
import dev.hopline.tck.ReceivedSpan;
import dev.hopline.tck.RemoteParent;
import io.opentelemetry.api.trace.SpanKind;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each sample as it is packaged, under load and under faults. */
class PackagedSampleTest {
  private static final int REQUESTS = 2_000;
  private static final int CONNECTIONS = 16;

  /** The asynchronous one calls the process itself, and so is three spans. */
  private static final Call ASYNC = new Call("chat/u{n}-1/cost", 200);

  private static final List<Call> MIX =
      List.of(
          new Call("usage/u{n}", 200),
          new Call("nothing/u{n}", 404),
          new Call("usage/u{n}?fail=meter", 500),
          ASYNC);

  static Stream<Sample> samples() {
    return Arrays.stream(Sample.values()).filter(RunningPlatform.BUILD::canRun);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void mixedLoad_isOneServerSpanEachInItsOwnTrace(Sample sample) throws Exception {
    List<ServiceProcess> processes;
    try (RunningPlatform platform = RunningPlatform.ofOne(sample, Map.of())) {
      processes = platform.processes;
      Map<String, Sent> sent = new MixedLoad(platform.uri(), MIX, REQUESTS, CONNECTIONS).run();
      // Helidon closes some connections that it has kept, before the next request has come in.
      sent.values().removeIf(request -> !request.answered());
      assertThat(sent).hasSize(REQUESTS);

      for (Sent request : sent.values()) {
        boolean async = request.uri().getPath().endsWith("/cost");
        List<ReceivedSpan> trace =
            platform.spans.takeTrace(request.parent().traceId(), async ? 3 : 1);
        assertThat(trace).filteredOn(request.parent()::isParentOf).hasSize(1);
        ReceivedSpan server = trace.stream().filter(request.parent()::isParentOf).findFirst().get();
        assertThat(server.kind()).isEqualTo(SpanKind.SERVER);
        assertThat(server.attribute("url.path")).isEqualTo(request.uri().getPath());
        assertThat(server.attribute("http.response.status_code"))
            .isEqualTo((long) request.httpStatus());
        assertThat(trace)
            .filteredOn(span -> span != server)
            .allMatch(
                span -> trace.stream().anyMatch(any -> any.spanId().equals(span.parentSpanId())));
      }
      platform.close();
      platform.spans.assertEmpty();
    }
    assertThat(processes.get(0).log())
        .noneMatch(line -> line.contains("still carries the context"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void badInput_isServedAndNotLogged(Sample sample) throws Exception {
    try (RunningPlatform platform = RunningPlatform.ofOne(sample, Map.of())) {
      RemoteParent marker = RemoteParent.random();
      assertThat(platform.get("usage/ada", Map.of("traceparent", "00-not-a-parent-01")))
          .isEqualTo(200);
      assertThat(platform.spans.takeServer().isRoot()).isTrue();

      int before = platform.processes.get(0).log().size();
      StringBuilder baggage = new StringBuilder("k=v");
      for (int i = 0; baggage.length() < 100_000; i++) {
        baggage.append(",key").append(i).append("=value").append(i);
      }
      Map<String, String> headers =
          Map.of("traceparent", marker.traceparent(), "baggage", baggage.toString());
      assertThat(platform.get("usage/ada", headers)).isEqualTo(200);
      assertThat(platform.spans.takeServer()).matches(marker::isParentOf);
      assertThat(platform.processes.get(0).log().size() - before).isLessThanOrEqualTo(1);
      platform.spans.assertEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void badSettings_areServedAndCostOneLineEach(Sample sample) throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    Map<String, String> settings =
        Map.of(
            "otel.traces.exporter",
            "otlp,otpl",
            "otel.exporter.otlp.endpoint",
            "http://127.0.0.1:" + closed);
    try (RunningPlatform platform = RunningPlatform.ofOne(sample, settings)) {
      ServiceProcess process = platform.processes.get(0);
      for (int i = 0; i < 50; i++) {
        assertThat(platform.get("usage/ada", RemoteParent.random())).isEqualTo(200);
      }
      Awaitility.await()
          .atMost(Duration.ofSeconds(40))
          .until(() -> warnings(process).stream().anyMatch(line -> line.contains(":" + closed)));

      List<String> warnings = warnings(process);
      assertThat(warnings).filteredOn(line -> line.contains("otpl")).hasSize(1);
      assertThat(warnings).filteredOn(line -> line.contains(":" + closed)).hasSize(1);
      assertThat(warnings).hasSize(2);
      assertThat(process.log()).noneMatch(line -> line.startsWith("\tat "));
    }
  }

  /** A line may be under a head of its own, as of java.util.logging's simple formatter. */
  private static List<String> warnings(ServiceProcess process) {
    return process.log().stream()
        .filter(line -> line.contains("WARN") || line.contains("SEVERE") || line.contains("ERROR"))
        .toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.tck.OtlpReceiver;
import dev.hopline.tck.ReceivedSpan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The demo as a person starts it, but for the build. */
class DemoTest {
  private record Run(int exitCode, String output) {}

  @Test
  void demo_printsThreeTracesAndExitsWithZero() throws Exception {
    Run demo = run(Map.of());

    assertThat(demo.exitCode()).as(demo.output()).isZero();
    assertThat(demo.output())
        .contains("A good request: GET /chat/ada-1", "15 spans")
        .contains("A request that fails in prompts: GET /chat/ada-1?fail=prompts", "11 spans")
        .contains("The error began in prompts, 'GET /prompts/{name}': ")
        .contains("java.lang.IllegalStateException: drill: prompts fails")
        .contains("A request with a slow meter: GET /chat/ada-1?slow=meter");
    assertThat(demo.output().lines())
        .filteredOn(line -> line.startsWith("between them"))
        .hasSize(3);
  }

  @Test
  void endpointOfTheEnvironment_getsAllSpans() throws Exception {
    ConcurrentLinkedQueue<ReceivedSpan> received = new ConcurrentLinkedQueue<>();
    try (OtlpReceiver elsewhere = OtlpReceiver.open().onSpan(received::add)) {
      String endpoint = elsewhere.endpoint().toString();
      Run demo = run(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint));

      assertThat(demo.exitCode()).as(demo.output()).isZero();
      assertThat(demo.output()).contains("The traces are at " + endpoint);
      List<String> ids =
          demo.output()
              .lines()
              .filter(line -> line.startsWith("trace "))
              .map(line -> line.substring("trace ".length()))
              .toList();
      assertThat(ids).hasSize(3);
      for (String id : ids) {
        List<ReceivedSpan> spans =
            received.stream().filter(span -> span.traceId().equals(id)).toList();
        assertThat(new Trace(spans).missing(List.of("gate", "identity", "llm-gateway", "prompts")))
            .isEmpty();
      }
    }
  }

  @Test
  void portInUse_isOneLine() throws Exception {
    int first = RunningPlatform.freePorts();
    try (ServerSocket taken = new ServerSocket(first + 2, 1, InetAddress.getLoopbackAddress())) {
      Run demo = run(Map.of(), "--port=" + first);

      assertThat(demo.exitCode()).isEqualTo(1);
      assertThat(demo.output().lines())
          .last()
          .asString()
          .isEqualTo(
              "demo: port %d, wanted for llm-gateway, is in use: free it, or take others with"
                      .formatted(taken.getLocalPort())
                  + " ./demo --port=28081");
    }
  }

  private static Run run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Demo.class.getName());
    command.addAll(List.of(arguments));
    if (arguments.length == 0) {
      command.add("--port=" + RunningPlatform.freePorts());
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(RunningPlatform.BUILD.root().toFile());
    builder.environment().keySet().removeIf(key -> key.startsWith("OTEL_"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), output);
  }
}

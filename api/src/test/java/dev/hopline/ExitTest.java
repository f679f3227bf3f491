// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a process ends whose tracing nobody closed. */
class ExitTest {
  @TempDir Path temp;

  /** Ends at once after its spans, without {@link Tracing#close}. */
  static final class Program {
    public static void main(String[] args) {
      Tracing tracing = Tracing.builder("short").start();
      for (int i = 0; i < 100; i++) {
        tracing.tracer().spanBuilder("span-" + i).startSpan().end();
      }
      System.out.println("done " + System.currentTimeMillis());
    }
  }

  @Test
  void liveCollector_getsAllSpansAtExit() throws Exception {
    try (CollectorStub collector = new CollectorStub()) {
      Run run = run("-Dotel.exporter.otlp.endpoint=" + collector.uri());
      assertThat(run.status).isZero();
      assertThat(collector.hasSpan("span-0")).isTrue();
      assertThat(collector.hasSpan("span-99")).isTrue();
    }
  }

  @Test
  void deadCollector_holdsTheExitForFiveSecondsAtMost() throws Exception {
    Run run = run("-Dotel.exporter.otlp.endpoint=http://127.0.0.1:" + CollectorStub.closedPort());
    assertThat(run.status).isZero();
    assertThat(run.exit).isLessThan(Duration.ofSeconds(8));
    // The retries of the exporter are random in length: it gave up, or we did. And the metrics of
    // the JVM may be the first to meet the dead collector: the trouble is told of once.
    assertThat(run.output)
        .containsPattern("(Cannot send|Closed without an answer of).* http://127\\.0\\.0\\.1:")
        .doesNotContain("\tat ");
  }

  @Test
  void treeOnFullDisk_endsWell() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    Process process =
        new ProcessBuilder(command("-Dotel.traces.exporter=tree"))
            .redirectOutput(full.toFile())
            .redirectError(temp.resolve("err").toFile())
            .start();
    assertThat(process.waitFor(20, SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(Files.readString(temp.resolve("err"))).doesNotContain("Exception");
  }

  private record Run(int status, Duration exit, String output) {}

  private Run run(String option) throws IOException, InterruptedException {
    File output = temp.resolve("out").toFile();
    Process process =
        new ProcessBuilder(command(option))
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start();
    assertThat(process.waitFor(30, SECONDS)).isTrue();
    long ended = System.currentTimeMillis();
    String text = Files.readString(output.toPath());
    String done = text.lines().filter(line -> line.startsWith("done ")).findFirst().orElseThrow();
    long last = Long.parseLong(done.substring("done ".length()));
    return new Run(process.exitValue(), Duration.ofMillis(ended - last), text);
  }

  private static List<String> command(String option) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(option);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Program.class.getName());
    return command;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.load;

import dev.hopline.tck.ListeningProcess;
import dev.hopline.tck.OtlpReceiver;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** One contender in a process of its own, from its start to its last span. */
final class Trial {
  /** Two batches, and less than the queue takes: none of these may be missing. */
  private static final int FIRST_REQUESTS = 1024;

  private static final int WARM_UP_SECONDS = 4;

  private static final Pattern LISTENING =
      Pattern.compile("(?:Listening on:|Server started on) http://[^ ]*:(\\d+)");

  private final Received received;
  private final Contender contender;
  private final ListeningProcess process;
  private final String url;

  private Trial(OtlpReceiver receiver, Contender contender, ListeningProcess process)
      throws ExecutionException, InterruptedException, TimeoutException {
    this.received = new Received(receiver);
    this.contender = contender;
    this.process = process;
    this.url = "http://127.0.0.1:" + process.address() + "/orders/7";
  }

  /**
   * Measures one process.
   *
   * @param applications directory of what the build has packaged
   * @throws IllegalStateException if a span is missing where none may be, or there are too many
   */
  static Outcome run(Path applications, Stack stack, Contender contender, int seconds)
      throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.open();
        ListeningProcess process =
            ListeningProcess.start(
                stack.javaHome(),
                arguments(receiver.endpoint(), applications.resolve(stack.jar(contender))),
                LISTENING)) {
      return new Trial(receiver, contender, process).run(seconds);
    }
  }

  /** The same for all, so that each finds its own. */
  private static List<String> arguments(URI endpoint, Path jar) {
    return List.of(
        "-Xms256m",
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",
        "-Dotel.sdk.disabled=false",
        "-Dotel.service.name=orders",
        "-Dotel.metrics.exporter=none",
        "-Dotel.logs.exporter=none",
        "-Dotel.exporter.otlp.protocol=http/protobuf",
        "-Dotel.exporter.otlp.endpoint=" + endpoint,
        "-Dquarkus.otel.exporter.otlp.protocol=http/protobuf",
        "-Dquarkus.otel.exporter.otlp.endpoint=" + endpoint,
        "-jar",
        jar.toString());
  }

  private Outcome run(int seconds) throws IOException, InterruptedException {
    first();
    Wrk warm = Wrk.load(url, WARM_UP_SECONDS);
    Usage before = Usage.of(process.handle());
    Wrk load = Wrk.load(url, seconds);
    Usage after = Usage.of(process.handle());
    double cpuMicros = after.cpuMicrosSince(before) / load.requests();
    long requests = FIRST_REQUESTS + warm.requests() + load.requests();
    return new Outcome(load, cpuMicros, after.residentMegabytes(), requests, spans(requests));
  }

  /** So slowly that no queue is ever full. */
  private void first() throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    for (int i = 0; i < FIRST_REQUESTS; i++) {
      require(client.send(request, BodyHandlers.ofString()).statusCode() == 200, "not answered");
    }
    if (contender != Contender.NONE) {
      long spans = received.await(FIRST_REQUESTS);
      require(spans == FIRST_REQUESTS, spans + " spans of " + FIRST_REQUESTS + " requests");
    }
  }

  /** Those that wrk had under way at its ends are requests, too, and not among those it counts. */
  private long spans(long requests) throws InterruptedException {
    boolean none = contender == Contender.NONE;
    long spans = received.await(none ? 0 : requests);
    long most = none ? 0 : requests + 2 * Wrk.CONNECTIONS;
    require(spans <= most, spans + " spans of " + requests + " requests");
    return spans;
  }

  private void require(boolean right, String wrong) {
    if (!right) {
      throw new IllegalStateException(contender + ": " + wrong);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.demo;

import dev.hopline.tck.OtlpReceiver;
import dev.hopline.tck.RemoteParent;
import dev.hopline.tck.SpanInbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Packaged samples as processes, and the spans that they send. */
final class RunningPlatform implements AutoCloseable {
  static final Build BUILD = new Build(Path.of(".."));

  private final OtlpReceiver receiver = OtlpReceiver.open();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Platform platform;
  private final List<Service> services;
  final List<ServiceProcess> processes;
  final SpanInbox spans = SpanInbox.of(receiver);

  private RunningPlatform(List<Service> services, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("otel.exporter.otlp.endpoint", receiver.endpoint().toString());
    settings.put("otel.bsp.schedule.delay", "50");
    settings.put("otel.bsp.max.queue.size", "16384");
    settings.putAll(more);
    this.services = services;
    this.platform = new Platform(BUILD, settings, false);
    this.processes = platform.start(services);
    try {
      processes.forEach(ServiceProcess::awaitReady);
    } catch (DemoFailure dead) {
      close();
      throw dead;
    }
  }

  /** All five services, on the samples in turn. */
  static RunningPlatform ofAll(List<Sample> samples) {
    return new RunningPlatform(Service.all(freePorts(), samples), Map.of());
  }

  /** One process of a sample, which finds all services in itself. */
  static RunningPlatform ofOne(Sample sample, Map<String, String> more) {
    Service one = new Service("gate", sample, freePorts());
    Map<String, String> settings = new HashMap<>(more);
    Service.NAMES.forEach(name -> settings.put(name + "/mp-rest/url", one.uri()));
    return new RunningPlatform(List.of(one), settings);
  }

  /** The first of five free ports in a row. */
  static int freePorts() {
    for (int first = 21_000; first < 30_000; first += 5) {
      int from = first;
      if (IntStream.range(from, from + 5).allMatch(RunningPlatform::isFree)) {
        return from;
      }
    }
    throw new IllegalStateException("no five free ports between 21000 and 30000");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException inUse) {
      return false;
    }
  }

  URI uri() {
    return URI.create(services.get(0).uri() + "/");
  }

  /** Gets a path of the gate; the HTTP status of the answer. */
  int get(String path, RemoteParent parent) throws IOException, InterruptedException {
    return get(path, Map.of("traceparent", parent.traceparent()));
  }

  int get(String path, Map<String, String> headers) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri().resolve(path)).timeout(Duration.ofSeconds(30));
    headers.forEach(request::header);
    return http.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  /** Stops the services, so that all spans are here, and fails if one is left that nobody took. */
  @Override
  public void close() {
    platform.close();
    receiver.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A service in a JVM of its own; what it says goes to a log file. */
final class ServiceProcess implements AutoCloseable {
  private static final Duration READY_LIMIT = Duration.ofSeconds(60);

  /** Above what tracing itself may take to send its last spans, 5 s. */
  private static final Duration END_LIMIT = Duration.ofSeconds(8);

  private static final int POLL_MILLIS = 50;
  private static final int TAIL_LINES = 15;

  private final Service service;
  private final Process process;
  private final Path log;
  private final long started = System.nanoTime();

  private ServiceProcess(Service service, Process process, Path log) {
    this.service = service;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a service.
   *
   * @param inherit whether it sees the {@code OTEL_*} variables of this process, all but the name
   * @throws DemoFailure if its port is in use
   */
  static ServiceProcess start(Service service, List<String> command, Path log, boolean inherit) {
    requireFree(service);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .keySet()
        .removeIf(key -> key.startsWith("OTEL_") && !inherit || key.equals("OTEL_SERVICE_NAME"));
    try {
      Files.createDirectories(log.getParent());
      return new ServiceProcess(service, builder.redirectOutput(log.toFile()).start(), log);
    } catch (IOException e) {
      throw new DemoFailure(service.name() + " cannot be started: " + e.getMessage());
    }
  }

  private static void requireFree(Service service) {
    try {
      new ServerSocket(service.port(), 1, InetAddress.getLoopbackAddress()).close();
    } catch (IOException e) {
      throw new DemoFailure(
          "port %d, wanted for %s, is in use: free it, or take others with ./demo --port=28081"
              .formatted(service.port(), service.name()));
    }
  }

  /**
   * Waits until the service listens.
   *
   * @return the time that it took to start
   * @throws DemoFailure with the end of its log, if it dies before or does not listen in time
   */
  Duration awaitReady() {
    while (!listens()) {
      if (!process.isAlive()) {
        throw new DemoFailure("%s died at its start:%n%s".formatted(service.name(), tail()));
      }
      if (age().compareTo(READY_LIMIT) > 0) {
        throw new DemoFailure(
            "%s does not listen on port %d after %d s:%n%s"
                .formatted(service.name(), service.port(), READY_LIMIT.toSeconds(), tail()));
      }
      pause();
    }
    return age();
  }

  private Duration age() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), service.port()), POLL_MILLIS);
      return process.isAlive();
    } catch (IOException e) {
      return false;
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("interrupted");
    }
  }

  /** The lines of the log so far. */
  List<String> log() {
    try {
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String tail() {
    List<String> lines = log();
    List<String> last = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
    return "  %s%n  (all of it: %s)".formatted(String.join("\n  ", last), log);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Asks the process to end, and does not wait. */
  void stop() {
    process.destroy();
  }

  /** Ends the process: asks it first, so that it sends its last spans, and insists later. */
  @Override
  public void close() {
    stop();
    try {
      if (!process.waitFor(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quarkus as it is deployed, in a process of its own. */
final class PackagedQuarkusRuntime implements TracingRuntime {
  private static final Pattern LISTENING = Pattern.compile("Listening on: (http://[^ ]+?)/?$");
  private static final int LIMIT_SECONDS = 60;

  private static final List<String> RESUMED =
      List.of(
          "response resumed",
          "response resumed with text",
          "response resumed twice",
          "response resumed with 5xx",
          "response resumed, mapped to 4xx",
          "response resumed, mapped to 5xx");

  private final List<String> log = new CopyOnWriteArrayList<>();
  private CompletableFuture<URI> listening;
  private Process process;

  @Override
  public String name() {
    return "Quarkus REST " + System.getProperty("quarkus.version") + ", packaged";
  }

  @Override
  public Map<String, String> differences() {
    Map<String, String> differences = new HashMap<>();
    differences.put(
        "Route: second application has its own routes", "Quarkus serves one application.");
    differences.put(
        "Server: ending by provider is one server span, no writer",
        "Quarkus without a JSON extension writes the text of what it has no writer for.");
    differences.put(
        "Later: slow reader is within the server span, body/large",
        "Quarkus queues a body that is written at once, and takes it as sent.");
    for (String resumed : RESUMED) {
      differences.put(
          "Later: later answer is one server span, " + resumed,
          "Quarkus answers a resumed response on a worker without the context of its request.");
    }
    for (String path : List.of("../health/live", "../metrics")) {
      differences.put(
          "Exclusion: excluded request is no span and no value, path=" + path,
          "Quarkus has these below /q, and there they are left out.");
    }
    if (newerJavaHome().isEmpty()) {
      String reason = "It takes a JDK 21 or newer, installed beside the build's, to package these.";
      differences.put("Quarkus: virtual thread is one span on it", reason);
      differences.put("Quarkus: exception is recorded once, path=quarkus/virtual/throws", reason);
    }
    return differences;
  }

  @Override
  public URI open(URI otlpEndpoint, Map<String, String> settings) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(javaHome(), "bin", "java").toString());
    command.add("-Dotel.exporter.otlp.endpoint=" + otlpEndpoint);
    // Quarkus' plain client finds no feature by itself.
    command.add("-Dtck.client.feature=dev.hopline.jaxrs.ClientTracingFeature");
    settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.addAll(List.of("-jar", System.getProperty("tck.application")));
    listening = new CompletableFuture<>();
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    new Thread(this::read, "log of Quarkus").start();
    return listening.get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  private static String javaHome() {
    String newer = newerJavaHome();
    return newer.isEmpty() ? System.getProperty("java.home") : newer;
  }

  /** Empty if the build has found none. */
  private static String newerJavaHome() {
    try {
      return Files.readString(Path.of(System.getProperty("tck.java-home"))).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    process.inputReader().lines().forEach(this::read);
    listening.completeExceptionally(new IOException(String.join("\n", log)));
  }

  private void read(String line) {
    log.add(line);
    Matcher matcher = LISTENING.matcher(line);
    if (matcher.find()) {
      listening.complete(URI.create(matcher.group(1) + "/"));
    }
  }

  @Override
  public List<String> log() {
    return log;
  }

  @Override
  public void close() throws InterruptedException {
    // Not Process.destroy: that closes what the log is read from.
    process.toHandle().destroy();
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}

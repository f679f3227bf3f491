// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  private final List<String> log = new CopyOnWriteArrayList<>();
  private final CompletableFuture<URI> listening = new CompletableFuture<>();
  private Process process;

  @Override
  public String name() {
    return "Quarkus REST " + System.getProperty("quarkus.version") + ", packaged";
  }

  @Override
  public Map<String, String> differences() {
    return Map.of(
        "Route: second application has its own routes", "Quarkus serves one application.");
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
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    new Thread(this::read, "log of Quarkus").start();
    return listening.get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  /** The newer one, if the build has found one. */
  private static String javaHome() throws IOException {
    String newer = Files.readString(Path.of(System.getProperty("tck.java-home"))).strip();
    return newer.isEmpty() ? System.getProperty("java.home") : newer;
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

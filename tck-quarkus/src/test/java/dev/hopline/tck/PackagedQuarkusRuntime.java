// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
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
  private CompletableFuture<URI> listening;
  private Process process;

  @Override
  public String name() {
    return "Quarkus REST " + System.getProperty("quarkus.version") + ", packaged";
  }

  @Override
  public Map<String, String> differences() {
    Map<String, String> differences = QuarkusDifferences.all();
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

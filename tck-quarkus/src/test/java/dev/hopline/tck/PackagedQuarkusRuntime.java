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
import java.util.regex.Pattern;

/** Quarkus as it is deployed, in a process of its own. */
final class PackagedQuarkusRuntime implements TracingRuntime {
  private static final Pattern LISTENING = Pattern.compile("Listening on: (http://[^ ]+?)/?$");

  private ListeningProcess process;

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
      differences.put("QuarkusLog: line has the span of the request, quarkus/virtual/log", reason);
    }
    return differences;
  }

  @Override
  public URI open(URI otlpEndpoint, Map<String, String> settings) throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.add("-Dotel.exporter.otlp.endpoint=" + otlpEndpoint);
    // Quarkus' plain client finds no feature by itself.
    arguments.add("-Dtck.client.feature=dev.hopline.jaxrs.ClientTracingFeature");
    settings.forEach((key, value) -> arguments.add("-D" + key + "=" + value));
    arguments.addAll(List.of("-jar", System.getProperty("tck.application")));
    process = ListeningProcess.start(javaHome(), arguments, LISTENING);
    return URI.create(process.address() + "/");
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

  @Override
  public List<String> log() {
    return process.log();
  }

  @Override
  public void close() throws InterruptedException {
    process.close();
  }
}

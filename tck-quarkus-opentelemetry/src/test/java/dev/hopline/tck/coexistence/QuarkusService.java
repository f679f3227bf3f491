// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.coexistence;

import dev.hopline.tck.OtlpReceiver;
import dev.hopline.tck.SpanInbox;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged application, in a process of its own. */
final class QuarkusService implements AutoCloseable {
  private static final Pattern LISTENING = Pattern.compile("Listening on: (http://[^ ]+?)/?$");
  private static final int LIMIT_SECONDS = 60;

  private final OtlpReceiver receiver = OtlpReceiver.open();
  private final HttpClient client = HttpClient.newHttpClient();
  private final CompletableFuture<URI> listening = new CompletableFuture<>();
  private final Process process;
  private final URI base;
  final SpanInbox spans = SpanInbox.of(receiver);
  final List<String> log = new CopyOnWriteArrayList<>();

  QuarkusService(List<String> properties) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dquarkus.otel.exporter.otlp.endpoint=" + receiver.endpoint());
    command.addAll(properties);
    command.addAll(List.of("-jar", System.getProperty("tck.application")));
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    new Thread(this::read, "log of Quarkus").start();
    base = listening.get(LIMIT_SECONDS, TimeUnit.SECONDS);
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

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(base.resolve(path)));
  }

  HttpResponse<String> get(String path, String traceparent)
      throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(base.resolve(path)).header("traceparent", traceparent));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  String encoded(String path) {
    return URLEncoder.encode(base.resolve(path).toString(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws InterruptedException {
    // Not Process.destroy: that closes what the log is read from.
    process.toHandle().destroy();
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    receiver.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.coexistence;

import dev.hopline.tck.ListeningProcess;
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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The packaged application, in a process of its own. */
final class QuarkusService implements AutoCloseable {
  private static final Pattern LISTENING = Pattern.compile("Listening on: (http://[^ ]+?)/?$");

  private final OtlpReceiver receiver = OtlpReceiver.open();
  private final HttpClient client = HttpClient.newHttpClient();
  private final ListeningProcess process;
  private final URI base;
  final SpanInbox spans = SpanInbox.of(receiver);
  final List<String> log;

  QuarkusService(List<String> properties) throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.add("-Dquarkus.otel.exporter.otlp.endpoint=" + receiver.endpoint());
    arguments.addAll(properties);
    arguments.addAll(List.of("-jar", System.getProperty("tck.application")));
    process = ListeningProcess.start(System.getProperty("java.home"), arguments, LISTENING);
    log = process.log();
    base = URI.create(process.address() + "/");
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
    process.close();
    receiver.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends headers, byte for byte, to an application that calls on. Thread-safe. */
final class Hop {
  private final TracedApplication app;
  private final Callee callee;
  private final AtomicInteger paths = new AtomicInteger();

  Hop(TracedApplication app, Callee callee) {
    this.app = app;
    this.callee = callee;
  }

  /** A path of the called server that no other request has. */
  String newPath() {
    return "/" + paths.incrementAndGet();
  }

  /** The request that has the application call on. */
  byte[] request(String path, String more, String... lines) {
    return request(callee.uri(path), more, lines);
  }

  byte[] request(URI url, String more, String... lines) {
    StringBuilder request = new StringBuilder();
    request.append("GET ").append(target(url)).append(more).append(" HTTP/1.1\r\nHost: ");
    request.append(app.base().getAuthority()).append("\r\n");
    for (String line : lines) {
      request.append(line).append("\r\n");
    }
    return request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Where the application calls that URL. */
  private String target(URI url) {
    String encoded = URLEncoder.encode(url.toString(), StandardCharsets.UTF_8);
    return app.fromRoot("hop") + "?url=" + encoded;
  }

  /** The URL that has the application call a path of the called server. */
  URI by(String path) {
    return app.base().resolve(target(callee.uri(path)));
  }

  /** What the application sends on of one request; it must answer it. */
  SentOn send(String... lines) throws IOException {
    return send(1, lines).get(0);
  }

  /** What it sends on with so many calls. */
  List<SentOn> send(int times, String... lines) throws IOException {
    String path = newPath();
    try (RawConnection connection = new RawConnection(app.base())) {
      return exchange(connection, path, request(path, "&times=" + times, lines), times);
    }
  }

  /** The same over a connection that is kept. */
  SentOn sendOver(RawConnection connection, String... lines) throws IOException {
    String path = newPath();
    return exchange(connection, path, request(path, "", lines), 1).get(0);
  }

  List<SentOn> exchange(RawConnection connection, String path, byte[] request, int times)
      throws IOException {
    RawConnection.Answer answer = connection.exchange(request);
    assertThat(answer.httpStatus()).as(answer.body()).isEqualTo(200);
    assertThat(sent(path)).hasSize(times);
    return takeSpans(sent(path));
  }

  /** Takes what must be there of one request: its own span, and one for each of its calls. */
  private List<SentOn> takeSpans(List<SentOn> sent) {
    if (!sent.isEmpty() && sent.get(0).isSampled()) {
      app.spans.takeTrace(sent.get(0).traceId(), sent.size() + 1);
    }
    return sent;
  }

  /** What the application has sent to a path so far. */
  List<SentOn> sent(String path) {
    return callee.calls(path).stream().map(SentOn::new).toList();
  }

  /** What it sends on of a request that the server may as well refuse; none or one. */
  List<SentOn> sendWhatMayBeRefused(String... lines) {
    String path = newPath();
    try (RawConnection connection = new RawConnection(app.base())) {
      assertThat(connection.exchange(request(path, "", lines)).httpStatus()).isLessThan(500);
    } catch (IOException hungUp) {
      // A way to refuse, too.
    }
    return takeSpans(sent(path));
  }

  /** The runtime under test. */
  TracedApplication app() {
    return app;
  }
}

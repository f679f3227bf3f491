// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server that answers any GET with {@code ok} and takes down what it was sent, byte for byte: no
 * HTTP server shows the spelling, the order and the number of headers. Thread-safe.
 */
final class Callee implements AutoCloseable {
  private static final byte[] OK =
      "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok"
          .getBytes(StandardCharsets.ISO_8859_1);

  private final ServerSocket server;
  private final Map<String, List<List<String>>> calls = new ConcurrentHashMap<>();

  Callee() throws IOException {
    server = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "callee");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        start(() -> serve(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      for (List<String> head = head(in); !head.isEmpty(); head = head(in)) {
        String path = head.remove(0).split(" ", 3)[1];
        calls.computeIfAbsent(path, none -> new CopyOnWriteArrayList<>()).add(head);
        connection.getOutputStream().write(OK);
      }
    } catch (IOException hungUp) {
      // As clients may.
    }
  }

  /** The lines of a request without a body; none at the end of the connection. */
  private static List<String> head(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '\n' && line.isEmpty()) {
        return lines;
      }
      if (c == '\n') {
        lines.add(line.toString());
        line.setLength(0);
      } else if (c != '\r') {
        line.append((char) c);
      }
    }
    return List.of();
  }

  /** The URI of a path that starts with a slash. */
  URI uri(String path) {
    return URI.create("http://localhost:" + server.getLocalPort() + path);
  }

  /** The header lines of each call of a path so far. */
  List<List<String>> calls(String path) {
    return calls.getOrDefault(path, List.of());
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}

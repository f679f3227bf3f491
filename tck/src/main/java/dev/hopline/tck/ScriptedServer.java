// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A server on loopback that does what the path of a request says, which no server of HTTP would:
 *
 * <pre>
 * /status/{status}  answers so          /redirect      answers 302 to /status/200
 * /cut              closes unanswered   /broken        closes amid the body of a 200
 * /stall/{key}      answers 200 when /release/{key} was asked for
 * /arrived/{key}    answers when /stall/{key} was asked for
 * </pre>
 */
final class ScriptedServer implements AutoCloseable {
  private static final int LIMIT_SECONDS = 20;

  /** The first byte of who wants to speak TLS, and is answered in plain text. */
  private static final int TLS_HANDSHAKE = 22;

  private final ServerSocket socket;
  private final ServerSocket full;
  private final List<Socket> waiting = new ArrayList<>();
  private final Map<String, CountDownLatch> latches = new ConcurrentHashMap<>();

  private ScriptedServer(ServerSocket socket, ServerSocket full) {
    this.socket = socket;
    this.full = full;
  }

  static ScriptedServer open() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    ScriptedServer server =
        new ScriptedServer(new ServerSocket(0, 50, loopback), new ServerSocket(0, 1, loopback));
    server.start("scripted server", server::accept);
    server.fill();
    return server;
  }

  /**
   * Of a path here; also of {@code refused}, {@code unknown-host}, {@code full} and {@code tls}.
   */
  URI uri(String target) throws IOException {
    return switch (target) {
      case "refused" -> URI.create("http://127.0.0.1:" + unusedPort() + "/gone");
      case "unknown-host" -> URI.create("http://hopline.invalid/gone");
      case "full" -> URI.create("http://127.0.0.1:" + full.getLocalPort() + "/gone");
      case "tls" -> URI.create("https://127.0.0.1:" + socket.getLocalPort() + "/status/200");
      default -> URI.create("http://127.0.0.1:" + socket.getLocalPort() + target);
    };
  }

  private static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Whoever comes when as many wait as may is not even refused. */
  private void fill() throws IOException {
    for (int i = 0; i < 2; i++) {
      waiting.add(new Socket(full.getInetAddress(), full.getLocalPort()));
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        start("scripted connection", () -> serve(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void start(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(Socket connection) {
    try (connection) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
      in.mark(1);
      if (in.read() == TLS_HANDSHAKE) {
        answer(connection.getOutputStream(), "400 No TLS", "", 2);
        return;
      }
      in.reset();
      String line = in.readLine();
      String[] path = line == null ? new String[0] : line.split(" ")[1].split("/");
      while (line != null && !line.isEmpty()) {
        line = in.readLine();
      }
      if (path.length > 1) {
        serve(path[1], path.length > 2 ? path[2] : "", connection.getOutputStream());
      }
    } catch (IOException gone) {
      // Whom it was for has closed it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(String action, String word, OutputStream out)
      throws IOException, InterruptedException {
    switch (action) {
      case "status" -> answer(out, word + " Scripted", "", 2);
      case "redirect" -> answer(out, "302 Found", "Location: " + uri("/status/200") + "\r\n", 2);
      case "broken" -> answer(out, "200 OK", "", 1000);
      case "stall" -> {
        latch("arrived" + word).countDown();
        latch("release" + word).await(LIMIT_SECONDS, TimeUnit.SECONDS);
        answer(out, "200 OK", "", 2);
      }
      case "arrived" -> {
        latch("arrived" + word).await(LIMIT_SECONDS, TimeUnit.SECONDS);
        answer(out, "200 OK", "", 2);
      }
      case "release" -> {
        latch("release" + word).countDown();
        answer(out, "200 OK", "", 2);
      }
      default -> {} // Closes unanswered.
    }
  }

  private CountDownLatch latch(String name) {
    return latches.computeIfAbsent(name, unseen -> new CountDownLatch(1));
  }

  private static void answer(OutputStream out, String status, String headers, int length)
      throws IOException {
    String head =
        "HTTP/1.1 %s\r\n%sContent-Type: text/plain\r\nContent-Length: %d\r\n"
            + "Connection: close\r\n\r\nok";
    out.write(head.formatted(status, headers, length).getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    for (Socket each : waiting) {
      each.close();
    }
    full.close();
    socket.close();
  }
}

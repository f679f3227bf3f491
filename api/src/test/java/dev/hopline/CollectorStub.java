// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An OTLP/HTTP receiver that keeps what it is sent and answers what it is told. */
final class CollectorStub implements AutoCloseable {
  record Received(String path, String contentType, byte[] body) {
    /** Names stand in protobuf as they are, so a search in the bytes finds them. */
    boolean contains(String text) {
      return new String(body, StandardCharsets.ISO_8859_1).contains(text);
    }
  }

  private final HttpServer server;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile int status = 200;

  CollectorStub() throws IOException {
    this(0);
  }

  CollectorStub(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    received.add(new Received(exchange.getRequestURI().getPath(), type, body));
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  CollectorStub answering(int status) {
    this.status = status;
    return this;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  int port() {
    return server.getAddress().getPort();
  }

  List<Received> received() {
    return received;
  }

  boolean hasSpan(String name) {
    return received.stream().anyMatch(r -> r.path().equals("/v1/traces") && r.contains(name));
  }

  /** A port that nobody listens on. */
  static int closedPort() throws IOException {
    try (CollectorStub stub = new CollectorStub()) {
      return stub.port();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A server on loopback that answers with the propagation headers that it was sent. */
final class HeaderServer implements AutoCloseable {
  private static final List<String> HEADERS = List.of("traceparent", "tracestate", "baggage");

  private final HttpServer server;

  private HeaderServer(HttpServer server) {
    this.server = server;
  }

  static HeaderServer open() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", HeaderServer::answer);
    server.start();
    return new HeaderServer(server);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    byte[] body =
        HEADERS.stream()
            .flatMap(name -> exchange.getRequestHeaders().getOrDefault(name, List.of()).stream())
            .collect(Collectors.joining("\n"))
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain");
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/headers");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.quarkus;

import dev.hopline.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a request as Vert.x keeps it. */
final class VertxRequestReader implements HttpServerRequest<RoutingContext> {
  static final VertxRequestReader INSTANCE = new VertxRequestReader();

  private VertxRequestReader() {}

  @Override
  public String method(RoutingContext exchange) {
    return exchange.request().method().name();
  }

  @Override
  public String scheme(RoutingContext exchange) {
    String scheme = exchange.request().scheme();
    return scheme == null ? "http" : scheme;
  }

  @Override
  public String path(RoutingContext exchange) {
    String path = exchange.request().path();
    return path == null ? "" : path;
  }

  @Override
  public @Nullable String query(RoutingContext exchange) {
    return exchange.request().query();
  }

  @Override
  public @Nullable String header(RoutingContext exchange, String name) {
    String first = exchange.request().getHeader(name);
    if (first == null) {
      return null;
    }
    List<String> values = exchange.request().headers().getAll(name);
    return values.size() == 1 ? first : String.join(",", values);
  }

  @Override
  public Iterable<String> keys(RoutingContext exchange) {
    return exchange.request().headers().names();
  }

  @Override
  public @Nullable String protocolVersion(RoutingContext exchange) {
    HttpVersion version = exchange.request().version();
    return switch (version) {
      case HTTP_1_0 -> "1.0";
      case HTTP_1_1 -> "1.1";
      case HTTP_2 -> "2";
    };
  }

  @Override
  public @Nullable String peerAddress(RoutingContext exchange) {
    SocketAddress peer = exchange.request().remoteAddress();
    return peer == null ? null : peer.hostAddress();
  }

  @Override
  public int peerPort(RoutingContext exchange) {
    SocketAddress peer = exchange.request().remoteAddress();
    return peer == null ? -1 : peer.port();
  }
}

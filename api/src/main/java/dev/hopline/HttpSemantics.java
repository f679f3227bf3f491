// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import java.net.URI;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The only place that knows attribute names and the rules of names and status, after the stable
 * OpenTelemetry semantic conventions for HTTP spans, 1.44.
 */
enum HttpSemantics {
  /** From 500 on the server is at fault; a 4xx is the caller's. */
  SERVER(500),
  /** For the one who calls any 4xx is an error, too. */
  CLIENT(400);

  static final AttributeKey<String> HTTP_ROUTE = stringKey("http.route");

  private static final AttributeKey<String> METHOD = stringKey("http.request.method");
  private static final AttributeKey<String> METHOD_ORIGINAL =
      stringKey("http.request.method_original");
  private static final AttributeKey<Long> STATUS = longKey("http.response.status_code");
  private static final AttributeKey<String> ERROR_TYPE = stringKey("error.type");
  private static final AttributeKey<String> URL_SCHEME = stringKey("url.scheme");
  private static final AttributeKey<String> URL_PATH = stringKey("url.path");
  private static final AttributeKey<String> URL_QUERY = stringKey("url.query");
  private static final AttributeKey<String> URL_FULL = stringKey("url.full");
  private static final AttributeKey<String> SERVER_ADDRESS = stringKey("server.address");
  private static final AttributeKey<Long> SERVER_PORT = longKey("server.port");
  private static final AttributeKey<String> CLIENT_ADDRESS = stringKey("client.address");
  private static final AttributeKey<String> PEER_ADDRESS = stringKey("network.peer.address");
  private static final AttributeKey<Long> PEER_PORT = longKey("network.peer.port");
  private static final AttributeKey<String> PROTOCOL_VERSION =
      stringKey("network.protocol.version");
  private static final AttributeKey<String> USER_AGENT = stringKey("user_agent.original");

  private static final String UNKNOWN_METHOD = "_OTHER";

  private final int firstErrorStatus;

  HttpSemantics(int firstErrorStatus) {
    this.firstErrorStatus = firstErrorStatus;
  }

  static <R> void onServerStart(
      SpanBuilder span, R request, HttpServerRequest<? super R> reader, RequestLine line) {
    method(span, line.method(), reader.method(request));
    span.setAttribute(URL_SCHEME, line.scheme());
    span.setAttribute(URL_PATH, reader.path(request));
    String query = reader.query(request);
    if (query != null && !query.isEmpty()) {
      span.setAttribute(URL_QUERY, UrlRedaction.query(query));
    }
    HostHeader.setServer(span, reader.header(request, "host"), line.scheme());
    peer(span, request, reader);
    setIfPresent(span, PROTOCOL_VERSION, line.version());
    setIfPresent(span, USER_AGENT, reader.header(request, "user-agent"));
  }

  private static <R> void peer(SpanBuilder span, R request, HttpServerRequest<? super R> reader) {
    String peer = reader.peerAddress(request);
    if (peer == null) {
      return;
    }
    span.setAttribute(PEER_ADDRESS, peer);
    // No proxy is trusted yet, so the peer is the only client that we can vouch for.
    span.setAttribute(CLIENT_ADDRESS, peer);
    int port = reader.peerPort(request);
    if (port > 0) {
      span.setAttribute(PEER_PORT, (long) port);
    }
  }

  static void onClientStart(SpanBuilder span, String name, String method, URI uri) {
    method(span, name, method);
    span.setAttribute(URL_FULL, UrlRedaction.url(uri));
    server(span, uri.getHost(), uri.getPort(), uri.getScheme());
  }

  static void server(
      SpanBuilder span, @Nullable String address, int port, @Nullable String scheme) {
    if (address == null || address.isEmpty()) {
      return;
    }
    span.setAttribute(SERVER_ADDRESS, address);
    long known = port > 0 ? port : defaultPort(scheme);
    if (known > 0) {
      span.setAttribute(SERVER_PORT, known);
    }
  }

  private static long defaultPort(@Nullable String scheme) {
    return "https".equalsIgnoreCase(scheme) ? 443 : "http".equalsIgnoreCase(scheme) ? 80 : -1;
  }

  private static void method(SpanBuilder span, String name, String method) {
    boolean known = name.equals(method);
    span.setAttribute(METHOD, known ? method : UNKNOWN_METHOD);
    if (!known) {
      span.setAttribute(METHOD_ORIGINAL, method);
    }
  }

  private static void setIfPresent(
      SpanBuilder span, AttributeKey<String> key, @Nullable String value) {
    if (value != null) {
      span.setAttribute(key, value);
    }
  }

  /** Sets status, error and HTTP status of a span that is about to end. */
  void onEnd(Span span, int httpStatus, @Nullable Throwable escaped, @Nullable Throwable noted) {
    if (httpStatus >= 100) {
      span.setAttribute(STATUS, (long) httpStatus);
    }
    boolean failedStatus = httpStatus >= firstErrorStatus;
    if (!failedStatus && (escaped == null || isCancelled(escaped))) {
      return;
    }
    Throwable error = escaped != null ? escaped : noted;
    span.setStatus(StatusCode.ERROR);
    if (error != null) {
      span.recordException(error);
    }
    span.setAttribute(
        ERROR_TYPE,
        failedStatus || error == null ? Integer.toString(httpStatus) : error.getClass().getName());
  }

  /** A caller that changed its mind is no error of the call. */
  private boolean isCancelled(Throwable escaped) {
    return this == CLIENT && escaped instanceof CancellationException;
  }
}

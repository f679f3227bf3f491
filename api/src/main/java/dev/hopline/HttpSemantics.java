// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import java.net.SocketException;
import java.net.URISyntaxException;
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
  private static final AttributeKey<Long> RESEND_COUNT = longKey("http.request.resend_count");
  private static final AttributeKey<Long> STATUS = longKey("http.response.status_code");
  private static final AttributeKey<String> ERROR_TYPE = stringKey("error.type");
  private static final AttributeKey<String> EXCEPTION_TYPE = stringKey("exception.type");
  private static final AttributeKey<String> URL_SCHEME = stringKey("url.scheme");
  private static final AttributeKey<String> URL_PATH = stringKey("url.path");
  private static final AttributeKey<String> URL_QUERY = stringKey("url.query");
  private static final AttributeKey<String> URL_FULL = stringKey("url.full");
  private static final AttributeKey<String> URL_TEMPLATE = stringKey("url.template");
  private static final AttributeKey<String> SERVER_ADDRESS = stringKey("server.address");
  private static final AttributeKey<Long> SERVER_PORT = longKey("server.port");
  private static final AttributeKey<String> CLIENT_ADDRESS = stringKey("client.address");
  private static final AttributeKey<String> PEER_ADDRESS = stringKey("network.peer.address");
  private static final AttributeKey<Long> PEER_PORT = longKey("network.peer.port");
  private static final AttributeKey<String> PROTOCOL_VERSION =
      stringKey("network.protocol.version");
  private static final AttributeKey<String> USER_AGENT = stringKey("user_agent.original");

  private static final String UNKNOWN = "_OTHER";

  /** Below are no HTTP statuses, but what runtimes have when there is none. */
  private static final int LEAST_STATUS = 100;

  /** Not made anew for each of so many. */
  private static final Long OK = 200L;

  /** What is not known of a call that failed. */
  static final Throwable UNTOLD = new Untold();

  private final int firstErrorStatus;

  HttpSemantics(int firstErrorStatus) {
    this.firstErrorStatus = firstErrorStatus;
  }

  static <R> void onServerStart(
      SpanBuilder span, R request, HttpServerRequest<? super R> reader, RequestKind kind) {
    method(span, kind.method(), reader.method(request));
    target(span, kind.target());
    setIfPresent(span, PROTOCOL_VERSION, kind.version());
    setIfPresent(span, USER_AGENT, reader.header(request, "user-agent"));
  }

  /** What a request asks for; the query with its secrets replaced. */
  static void url(SpanBuilder span, @Nullable String scheme, String path, @Nullable String query) {
    setIfPresent(span, URL_SCHEME, scheme);
    span.setAttribute(URL_PATH, path);
    setIfPresent(span, URL_QUERY, query);
  }

  /**
   * Who is at the other end.
   *
   * @param client who sent the request, by proxies perhaps
   */
  static void peer(SpanBuilder span, @Nullable String client, @Nullable String peer, int peerPort) {
    setIfPresent(span, CLIENT_ADDRESS, client);
    setIfPresent(span, PEER_ADDRESS, peer);
    if (peer != null && peerPort > 0) {
      span.setAttribute(PEER_PORT, (long) peerPort);
    }
  }

  static void onClientStart(
      SpanBuilder span, CallTarget target, String url, @Nullable String template) {
    span.setAttribute(URL_FULL, url);
    setIfPresent(span, URL_TEMPLATE, template);
    target(span, target);
  }

  private static void target(SpanBuilder span, CallTarget target) {
    setIfPresent(span, SERVER_ADDRESS, target.address());
    setIfPresent(span, SERVER_PORT, target.port());
  }

  /** The count is there only if it is not the first time. */
  static void resent(SpanBuilder span, int resends) {
    if (resends > 0) {
      span.setAttribute(RESEND_COUNT, (long) resends);
    }
  }

  /** The port that is written, else that of the scheme, else -1. */
  static long port(int written, @Nullable String scheme) {
    return written > 0
        ? written
        : "https".equalsIgnoreCase(scheme) ? 443 : "http".equalsIgnoreCase(scheme) ? 80 : -1;
  }

  static void method(SpanBuilder span, String name, String method) {
    boolean known = !name.equals(RequestLine.UNKNOWN_METHOD);
    span.setAttribute(METHOD, known ? method : UNKNOWN);
    if (!known) {
      span.setAttribute(METHOD_ORIGINAL, method);
    }
  }

  private static <T> void setIfPresent(SpanBuilder span, AttributeKey<T> key, @Nullable T value) {
    if (value != null) {
      span.setAttribute(key, value);
    }
  }

  /**
   * {@code error.type} of an exchange that is about to end; null if it went well.
   *
   * @param thrown what escaped, else what the application threw
   */
  @Nullable String errorType(
      int httpStatus, @Nullable Throwable escaped, @Nullable Throwable thrown) {
    boolean failedStatus = httpStatus >= firstErrorStatus;
    if (!failedStatus && (escaped == null || isCancelled(escaped))) {
      return null;
    }
    if (escaped == UNTOLD) {
      return UNKNOWN;
    }
    return failedStatus || thrown == null
        ? Integer.toString(httpStatus)
        : thrown.getClass().getName();
  }

  /** A caller that changed its mind is no error of the call. */
  private boolean isCancelled(Throwable escaped) {
    return this == CLIENT
        && (escaped instanceof CancellationException
            || escaped instanceof InterruptedException
            || isClosedByInterrupt(escaped));
  }

  /** So Java ends the wait of a virtual thread that is interrupted. */
  private static boolean isClosedByInterrupt(Throwable escaped) {
    return escaped.getClass() == SocketException.class && Thread.currentThread().isInterrupted();
  }

  /** Sets status, error and HTTP status of a span that is about to end. */
  static void onEnd(
      Span span, int httpStatus, @Nullable String errorType, @Nullable Throwable thrown) {
    if (httpStatus >= LEAST_STATUS) {
      span.setAttribute(STATUS, httpStatus == OK.intValue() ? OK : Long.valueOf(httpStatus));
    }
    if (errorType == null) {
      return;
    }
    if (thrown == UNTOLD) {
      span.setStatus(StatusCode.ERROR, "The client did not tell how the call ended.");
    } else {
      span.setStatus(StatusCode.ERROR);
    }
    if (thrown != null && thrown != UNTOLD) {
      record(span, thrown);
    }
    span.setAttribute(ERROR_TYPE, errorType);
  }

  /** By its type alone if its message is a URL that could not be read, with all its secrets. */
  private static void record(Span span, Throwable thrown) {
    Throwable cause = thrown.getCause();
    if (thrown instanceof URISyntaxException || cause instanceof URISyntaxException) {
      span.addEvent("exception", Attributes.of(EXCEPTION_TYPE, thrown.getClass().getName()));
    } else {
      span.recordException(thrown);
    }
  }

  /**
   * What an exchange is counted by: nothing that a client can choose without bounds. What is null
   * is left out.
   */
  Attributes ofMetric(
      RequestKind kind, int httpStatus, @Nullable String errorType, @Nullable String route) {
    String method = kind.method().equals(RequestLine.UNKNOWN_METHOD) ? UNKNOWN : kind.method();
    Long status = httpStatus >= LEAST_STATUS ? (Long) (long) httpStatus : null;
    if (this == CLIENT) {
      return ofCall(kind, method, status, errorType);
    }
    return Attributes.of(
        METHOD,
        method,
        URL_SCHEME,
        kind.scheme(),
        STATUS,
        status,
        ERROR_TYPE,
        errorType,
        HTTP_ROUTE,
        route,
        PROTOCOL_VERSION,
        kind.version());
  }

  private static Attributes ofCall(
      RequestKind kind, String method, @Nullable Long status, @Nullable String errorType) {
    return Attributes.of(
        METHOD,
        method,
        SERVER_ADDRESS,
        kind.target().address(),
        SERVER_PORT,
        kind.target().port(),
        STATUS,
        status,
        ERROR_TYPE,
        errorType,
        PROTOCOL_VERSION,
        kind.version());
  }

  private static final class Untold extends Exception {
    private static final long serialVersionUID = 1;

    Untold() {
      super(null, null, false, false);
    }
  }
}

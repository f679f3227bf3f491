// SPDX-License-Identifier: Apache-2.0
package dev.hopline.demo;

import dev.hopline.HttpClientRequest;
import dev.hopline.HttpSpan;
import dev.hopline.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Calls the gate with Java's own client, and shows how any client is traced by hand. */
final class Caller {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Tracing tracing;
  private final Service gate;

  Caller(Tracing tracing, Service gate) {
    this.tracing = tracing;
    this.gate = gate;
  }

  /** What came back, and the trace to look for. */
  record Answer(int httpStatus, String traceId) {}

  /** Calls, with a CLIENT span that starts a trace. */
  Answer call(String path) {
    HttpRequest.Builder request = request(path);
    HttpSpan span = tracing.client().start(Context.root(), request, new RequestWriter());
    try {
      int httpStatus = send(request);
      span.end(httpStatus, null);
      return new Answer(httpStatus, Span.fromContext(span.context()).getSpanContext().getTraceId());
    } catch (IOException e) {
      span.end(-1, e);
      throw new DemoFailure("gate does not answer: " + e);
    }
  }

  /** Calls without a trace: the parent says that it is not sampled. */
  void warmUp(String path) {
    String notSampled = "00-00000000000000000000000000000001-0000000000000001-00";
    try {
      send(request(path).setHeader("traceparent", notSampled));
    } catch (IOException e) {
      throw new DemoFailure("gate does not answer: " + e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(gate.uri() + path)).timeout(LIMIT);
  }

  private int send(HttpRequest.Builder request) throws IOException {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("interrupted");
    }
  }

  /** How to read and write a request of Java's client. */
  private static final class RequestWriter implements HttpClientRequest<HttpRequest.Builder> {
    @Override
    public String method(HttpRequest.Builder request) {
      return request.build().method();
    }

    @Override
    public URI uri(HttpRequest.Builder request) {
      return request.build().uri();
    }

    @Override
    public @Nullable String header(HttpRequest.Builder request, String name) {
      // The builder does not tell, and nobody else sets any.
      return null;
    }

    @Override
    public void set(HttpRequest.@Nullable Builder request, String key, String value) {
      if (request != null) {
        request.setHeader(key, value);
      }
    }
  }
}

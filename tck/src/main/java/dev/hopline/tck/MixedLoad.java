// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * Many requests of several sorts over a few connections that are kept, each with a trace of its
 * own: what mixes up contexts if anything does.
 *
 * @param base what the paths are relative to
 * @param calls the sorts of requests, made in turn
 * @param count how many requests in all
 * @param connections how many of them at a time
 */
public record MixedLoad(URI base, List<Call> calls, int count, int connections) {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /**
   * A sort of requests.
   *
   * @param path relative to the base; <code>{n}</code> in it becomes the number of the request
   * @param httpStatus the HTTP status that is expected
   * @param details makes more of it than a GET
   */
  public record Call(String path, int httpStatus, UnaryOperator<HttpRequest.Builder> details) {
    /** A GET. */
    public Call(String path, int httpStatus) {
      this(path, httpStatus, UnaryOperator.identity());
    }
  }

  /** A request that was made and answered as expected. */
  public record Sent(RemoteParent parent, URI uri, int httpStatus) {}

  /**
   * Makes the requests and waits for all answers.
   *
   * @return the requests by trace id
   * @throws AssertionError if any is not answered, or with another HTTP status
   */
  public Map<String, Sent> run() throws InterruptedException {
    Map<String, Sent> sent = new ConcurrentHashMap<>();
    AtomicInteger next = new AtomicInteger();
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    Workers.run(
        connections,
        worker -> {
          for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
            Sent request = send(client, n);
            sent.put(request.parent().traceId(), request);
          }
        });
    return sent;
  }

  /**
   * Sends once more when a kept connection was closed before any of the answer came: Helidon does
   * so after an error. If the application has seen the first one after all, it has a span too many.
   */
  private Sent send(HttpClient client, int n) throws IOException, InterruptedException {
    try {
      return sendOnce(client, n);
    } catch (HttpTimeoutException e) {
      throw e;
    } catch (IOException closed) {
      return sendOnce(client, n);
    }
  }

  private Sent sendOnce(HttpClient client, int n) throws IOException, InterruptedException {
    Call call = calls.get(n % calls.size());
    RemoteParent parent = RemoteParent.random();
    URI uri = base.resolve(call.path().replace("{n}", Integer.toString(n)));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).timeout(TIMEOUT).header("traceparent", parent.traceparent());
    int httpStatus =
        client.send(call.details().apply(request).build(), BodyHandlers.discarding()).statusCode();
    if (httpStatus != call.httpStatus()) {
      throw new AssertionError(
          "%s was answered with %d, not %d".formatted(uri, httpStatus, call.httpStatus()));
    }
    return new Sent(parent, uri, httpStatus);
  }
}

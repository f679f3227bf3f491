// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

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
  private static final int ATTEMPTS = 2;

  /**
   * A sort of requests.
   *
   * @param path of a GET, relative to the base; <code>{n}</code> in it becomes the number of the
   *     request
   * @param httpStatus the HTTP status that is expected
   */
  public record Call(String path, int httpStatus) {}

  /**
   * A request that was made.
   *
   * @param httpStatus of the answer, as expected; 0 if the server closed the connection before it
   */
  public record Sent(RemoteParent parent, URI uri, int httpStatus) {
    /** Whether there was an answer; else the application may have seen the request or not. */
    public boolean answered() {
      return httpStatus > 0;
    }
  }

  /**
   * Makes the requests and waits for all answers. A server may close a connection that it has kept,
   * as Helidon does after an error: then the request is sent once more, in another trace. HTTP
   * clients do so by themselves, in the same one, and there is no telling their second request from
   * a second span.
   *
   * @return what was sent by trace id, as many answered requests as there are to be and those that
   *     were not
   * @throws AssertionError if any is answered with another HTTP status, or neither of two
   */
  public Map<String, Sent> run() throws InterruptedException {
    Map<String, Sent> sent = new ConcurrentHashMap<>();
    AtomicInteger next = new AtomicInteger();
    Workers.run(
        connections,
        worker -> {
          try (RawConnection connection = new RawConnection(base)) {
            for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
              send(connection, n, sent);
            }
          }
        });
    return sent;
  }

  private void send(RawConnection connection, int n, Map<String, Sent> sent) {
    boolean answered = false;
    for (int i = 0; i < ATTEMPTS && !answered; i++) {
      Sent request = send(connection, n);
      sent.put(request.parent().traceId(), request);
      answered = request.answered();
    }
    if (!answered) {
      throw new AssertionError("no answer to %d of %s".formatted(ATTEMPTS, uri(n)));
    }
  }

  private Sent send(RawConnection connection, int n) {
    RemoteParent parent = RemoteParent.random();
    Sent request = new Sent(parent, uri(n), exchange(connection, n, parent));
    if (request.answered() && request.httpStatus() != call(n).httpStatus()) {
      throw new AssertionError("not %d: %s".formatted(call(n).httpStatus(), request));
    }
    return request;
  }

  private int exchange(RawConnection connection, int n, RemoteParent parent) {
    try {
      return connection.exchange(bytes(uri(n), parent)).httpStatus();
    } catch (SocketTimeoutException never) {
      throw new AssertionError("no answer to " + uri(n), never);
    } catch (IOException closed) {
      return 0;
    }
  }

  private Call call(int n) {
    return calls.get(n % calls.size());
  }

  private URI uri(int n) {
    return base.resolve(call(n).path().replace("{n}", Integer.toString(n)));
  }

  private static byte[] bytes(URI uri, RemoteParent parent) {
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return """
        GET %s%s HTTP/1.1
        Host: %s
        traceparent: %s
        %s: %s

        """
        .formatted(
            uri.getRawPath(),
            query,
            uri.getAuthority(),
            parent.traceparent(),
            TckArrivals.HEADER,
            parent.traceId())
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}

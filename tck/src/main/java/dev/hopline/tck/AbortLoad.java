// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import dev.hopline.tck.AbortRequest.Leaving;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many {@link AbortRequest}s over a few connections, each of which is kept until its client goes
 * away, and then opened anew.
 *
 * @param base what {@code tck/} is relative to
 * @param leftOut parts of paths that are not asked for
 * @param count how many requests in all
 * @param connections how many of them at a time
 */
record AbortLoad(URI base, List<String> leftOut, int count, int connections) {
  /**
   * What was sent.
   *
   * @param httpStatus of the answer; 0 if its head was not read
   */
  record Sent(AbortRequest request, int httpStatus) {}

  /** Makes the requests; what was sent is by trace id. */
  Map<String, Sent> run() throws InterruptedException {
    Map<String, Sent> sent = new ConcurrentHashMap<>();
    AtomicInteger next = new AtomicInteger();
    Workers.run(connections, worker -> send(next, sent));
    return sent;
  }

  private void send(AtomicInteger next, Map<String, Sent> sent) throws IOException {
    try (RawConnection connection = new RawConnection(base)) {
      for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
        AbortRequest request = AbortRequest.of(n, base, leftOut);
        int httpStatus = send(connection, request);
        if (request.leaving() != Leaving.NOT) {
          leave(connection, n);
        }
        sent.put(request.parent().traceId(), new Sent(request, httpStatus));
      }
    }
  }

  private static int send(RawConnection connection, AbortRequest request) throws IOException {
    try {
      return request.send(connection);
    } catch (SocketTimeoutException never) {
      throw new AssertionError("no answer to " + request, never);
    } catch (IOException closed) {
      // The application has broken the answer off, or the server a connection that it had kept.
      connection.close();
      return 0;
    }
  }

  /** In the two ways that a server may be told of. */
  private static void leave(RawConnection connection, int n) throws IOException {
    if (n % 2 == 0) {
      connection.reset();
    } else {
      connection.close();
    }
  }
}

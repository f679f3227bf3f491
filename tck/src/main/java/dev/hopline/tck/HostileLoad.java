// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Some of the {@link HostileRequests}, each over a connection of its own: what a server makes of
 * the bytes after a request that it has refused is not what is asked.
 *
 * @param from the number of the first
 * @param to the number after the last
 */
record HostileLoad(URI base, int from, int to) {
  private static final int CONNECTIONS = 4;

  /** Makes the requests; the answers are by the number of their requests. */
  Map<Integer, RawConnection.Answer> run() throws InterruptedException {
    Map<Integer, RawConnection.Answer> answers = new ConcurrentHashMap<>();
    Workers.run(CONNECTIONS, first -> send(from + first, answers));
    return answers;
  }

  private void send(int first, Map<Integer, RawConnection.Answer> answers) {
    HostileRequests requests = new HostileRequests(base.getPath());
    for (int number = first; number < to; number += CONNECTIONS) {
      try {
        answers.put(number, ask(requests, number));
      } catch (IOException closed) {
        // A server may hang up on what it does not like, at any moment.
        continue;
      }
    }
  }

  /** Makes a single one of the requests. */
  RawConnection.Answer ask(HostileRequests requests, int number) throws IOException {
    try (RawConnection connection = new RawConnection(base)) {
      return connection.exchange(requests.request(number));
    }
  }
}

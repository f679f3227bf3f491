// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * Well-formed requests of which all is invented that a caller may invent: method, path, query, host
 * and the headers of proxies. None is sampled.
 *
 * @param tck the URI that {@code ok} is relative to
 * @param count how many requests in all, a multiple of {@value #CONNECTIONS}
 */
record InventedLoad(URI tck, int count) {
  private static final int CONNECTIONS = 4;

  /** Makes the requests and waits for all answers. */
  void run() throws InterruptedException {
    Workers.run(CONNECTIONS, seed -> send(new Random(seed)));
  }

  private void send(Random random) throws IOException {
    try (RawConnection connection = new RawConnection(tck)) {
      for (int i = 0; i < count / CONNECTIONS; i++) {
        connection.exchange(request(random).getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  private String request(Random random) {
    String word = "X" + Long.toHexString(random.nextLong());
    String method = random.nextBoolean() ? "GET" : word;
    String path = List.of("ok", "items/" + word, "nothing/" + word).get(random.nextInt(3));
    return """
        METHOD PATH?WORD=WORD HTTP/1.1
        Host: WORD.example:PORT
        X-Forwarded-Host: WORD.example
        X-Forwarded-Proto: WORD
        Forwarded: proto=WORD;host=WORD.example;for=WORD
        User-Agent: WORD
        traceparent: PARENT

        """
        .replace("METHOD", method)
        .replace("PATH", tck.getPath() + path)
        .replace("WORD", word)
        .replace("PORT", Integer.toString(1 + random.nextInt(65_535)))
        .replace("PARENT", RemoteParent.random().unsampled())
        .replace("\n", "\r\n");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import dev.hopline.tck.RawConnection.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A request that comes to a good end, or that the application aborts, or whoever sends it. The same
 * number makes the same one, but for its parent.
 *
 * @param parent nobody else's
 * @param query names it
 * @param bytes all of it, or as much as is sent
 */
record AbortRequest(RemoteParent parent, String query, byte[] bytes, Leaving leaving) {
  private static final long SEED = 20_261_124L;
  private static final int ALL = 100;
  private static final int ENDLESS = 2;
  private static final int SLOW = 15;
  // Few, since runtimes log a long stack trace of each.
  private static final int FAILING = 25;
  private static final int LEFT = 30;

  /** When the client goes away. */
  enum Leaving {
    NOT,
    WHILE_IT_SENDS,
    UNANSWERED,
    AFTER_THE_HEAD,
    IN_THE_BODY
  }

  /** Goes on for as long as anybody reads. */
  private static final List<String> WITHOUT_END = List.of("GET body/endless");

  /** Each takes {@link TckLaterResource#DELAY}. */
  private static final List<String> LATER =
      List.of(
          "GET later/async",
          "GET later/async/throws",
          "GET later/async/timeout",
          "GET later/async/cancelled",
          "GET later/stage",
          "GET later/stage/throws",
          "GET body/stream",
          "GET body/events");

  private static final List<String> FAILURES =
      List.of(
          "GET throws",
          "GET throws/error",
          "GET ending/text/writer-throws",
          "GET ending/located/throws",
          "GET later/stage/failed",
          "GET body/stream/throws",
          "GET body/stream/breaks",
          "GET ok first-throws",
          "GET ok before-throws",
          "GET ok after-throws",
          "GET ok response-throws");

  private static final List<String> OTHERS =
      List.of(
          "GET ok",
          "GET items/7",
          "POST echo",
          "POST void",
          "GET nothing",
          "DELETE ok",
          "GET mapped/409",
          "GET mapped/503",
          "GET ending/text/a",
          "GET later/stage/done",
          "GET ok first",
          "GET nothing before",
          "GET ok after");

  /**
   * Makes one.
   *
   * @param base what {@code tck/} is relative to
   * @param leftOut parts of paths that are not asked for
   */
  static AbortRequest of(int number, URI base, List<String> leftOut) {
    Random random = new Random(SEED + number);
    int sort = random.nextInt(ALL);
    List<String> calls =
        sorts(sort).stream().filter(call -> leftOut.stream().noneMatch(call::contains)).toList();
    String[] call = calls.get(random.nextInt(calls.size())).split(" ");
    RemoteParent parent = RemoteParent.random();
    String query = "n=" + number;
    byte[] bytes = text(call, base, parent, query).getBytes(StandardCharsets.US_ASCII);
    Leaving leaving = leaving(random, sort < ENDLESS);
    if (leaving == Leaving.WHILE_IT_SENDS) {
      bytes = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length - 1));
    }
    return new AbortRequest(parent, query, bytes, leaving);
  }

  private static List<String> sorts(int sort) {
    if (sort < ENDLESS) {
      return WITHOUT_END;
    }
    return sort < SLOW ? LATER : sort < FAILING ? FAILURES : OTHERS;
  }

  private static Leaving leaving(Random random, boolean endless) {
    if (endless) {
      return Leaving.IN_THE_BODY;
    }
    Leaving[] all = Leaving.values();
    return random.nextInt(ALL) < LEFT ? all[1 + random.nextInt(all.length - 1)] : Leaving.NOT;
  }

  /**
   * @param call method, path, and what is asked of {@link TckGuard}, if anything
   */
  private static String text(String[] call, URI base, RemoteParent parent, String query) {
    StringBuilder text = new StringBuilder();
    text.append("%s %stck/%s?%s HTTP/1.1\n".formatted(call[0], base.getPath(), call[1], query));
    text.append("Host: %s\n".formatted(base.getAuthority()));
    text.append("traceparent: %s\n".formatted(parent.traceparent()));
    text.append("%s: %s\n".formatted(TckArrivals.HEADER, parent.traceId()));
    text.append("%s: %s\n".formatted(TckProbe.HEADER, TckProbe.ASKS));
    if (call.length > 2) {
      text.append("%s: %s\n".formatted(TckGuard.HEADER, call[2]));
    }
    if (call[0].equals("POST")) {
      String body = call[1].equals("echo") ? "x".repeat(100) : "";
      text.append("Content-Type: text/plain\nContent-Length: %d\n".formatted(body.length()));
      text.append('\n').append(body);
    } else {
      text.append('\n');
    }
    return text.toString().replace("\n", "\r\n");
  }

  /**
   * Sends it.
   *
   * @return the HTTP status of the answer
   */
  int send(RawConnection connection) throws IOException {
    if (leaving == Leaving.NOT) {
      return connection.exchange(bytes).httpStatus();
    }
    connection.send(bytes);
    if (leaving.compareTo(Leaving.AFTER_THE_HEAD) < 0) {
      return 0;
    }
    Answer head = connection.head();
    boolean empty = head.httpStatus() == 204 || head.header("content-length").equals("0");
    if (leaving == Leaving.IN_THE_BODY && !empty) {
      connection.skip(1);
    }
    return head.httpStatus();
  }

  @Override
  public String toString() {
    return leaving + ": " + new String(bytes, StandardCharsets.US_ASCII);
  }
}

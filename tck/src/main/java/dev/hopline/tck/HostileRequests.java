// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Requests that nobody sends who means well: each is made of parts that are right, nearly right and
 * junk. The same number makes the same bytes, on whichever port.
 *
 * <p>Each is complete, for a server would wait for more: so there are no line breaks but folded
 * ones, and no bodies.
 *
 * @param root the path of the application, with a slash at its end
 */
record HostileRequests(String root) {
  /** The request header with the number of the request. */
  static final String ID = "tck-id";

  /** Stands wherever a secret may stand: it must never be exported. */
  static final String NEEDLE = "n33dle0f5ecrets";

  private static final long SEED = 20_261_122L;

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get", "BREW", "G@T");

  private static final List<String> PATHS =
      List.of("ok", "items/", "digits/7", "digits/", "headers", "shelves/a/books/", "nothing/", "");

  private static final List<String> QUERIES =
      List.of(
          "sig=" + NEEDLE,
          "a=b&X-Amz-Signature=" + NEEDLE + "&c",
          "%73ig=" + NEEDLE,
          "X-Goog-Signature=" + NEEDLE + "&X-Goog-Signature=" + NEEDLE,
          "&&=&sig=%22" + NEEDLE + "&",
          "a=%zz&b=%&c=%C3%28");

  private static final List<String> HOSTS =
      List.of(
          "tck.example:8080",
          "user:" + NEEDLE + "@tck.example",
          "",
          "[::1",
          "[::1]:8080",
          "tck.example:99999",
          "tck.example:-1",
          "a b",
          "\u00e9\u00ff");

  /**
   * To these Grizzly adds a slash in place, be there room for it in the buffer at hand or not: it
   * answers now with 404, now with 500, traced or not.
   */
  private static final Pattern DOTS_AT_END = Pattern.compile("(/|%2[Ff])(\\.|%2[Ee]){1,2}$");

  byte[] request(int number) {
    return request(number, new Random(SEED + number));
  }

  /** A request that is made by other choices than those that its number makes. */
  byte[] request(int number, Random random) {
    HostileText text = new HostileText(random);
    StringBuilder request = new StringBuilder();
    request.append(oneOf(random, 4, "GET", METHODS)).append(' ').append(target(random, text));
    request.append(random.nextInt(20) == 0 ? " HTTP/1.0\r\n" : " HTTP/1.1\r\n");
    header(request, "Host", oneOf(random, 6, HOSTS.get(0), HOSTS));
    header(request, ID, Integer.toString(number));
    new HostileHeaders(random, text).forEach((name, value) -> header(request, name, value));
    return request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void header(StringBuilder request, String name, String value) {
    request.append(name).append(": ").append(value).append("\r\n");
  }

  private String target(Random random, HostileText text) {
    String path = root + "tck/" + PATHS.get(random.nextInt(PATHS.size()));
    String target =
        switch (random.nextInt(16)) {
          case 0 -> "http://user:" + NEEDLE + "@tck.example" + path;
          case 1 -> "gopher://tck.example" + path + text.junk(5);
          case 2 -> path + "../".repeat(random.nextInt(6)) + "tck/ok";
          case 3 -> path + "%2e%2e/%2F%00" + text.junk(10);
          case 4 -> "/" + path + "//;" + text.word() + "=" + text.word();
          case 5 -> path + text.word().repeat(random.nextInt(500));
          case 6 -> path + text.junk(20);
          case 7 -> random.nextInt(3) == 0 ? "*" : text.word() + path;
          default -> path + text.word();
        };
    if (DOTS_AT_END.matcher(target).find()) {
      target += text.word();
    }
    return switch (random.nextInt(4)) {
      case 0 -> target + "?" + QUERIES.get(random.nextInt(QUERIES.size()));
      case 1 -> target + "?" + text.junk(30);
      default -> target;
    };
  }

  /** The usual, but one time in so many one of the others. */
  private static String oneOf(Random random, int often, String usual, List<String> others) {
    return random.nextInt(often) > 0 ? usual : others.get(random.nextInt(others.size()));
  }
}

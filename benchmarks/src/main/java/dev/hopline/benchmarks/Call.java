// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to send again and again.
 *
 * @param name the name of its server span
 * @param path from the server's root, with its slash
 * @param route the template that it matches; null if there is none
 * @param headers with their names in lower case
 */
record Call(
    String name,
    String method,
    String path,
    @Nullable String route,
    Map<String, List<String>> headers,
    byte[] body) {
  static final String HOST = "localhost";
  static final long PORT = 8080;
  static final String ORIGIN = "http://" + HOST + ":" + PORT;
  static final String USER_AGENT = "benchmark/1.0";

  static Call of(
      String method, String path, @Nullable String route, Map<String, List<String>> headers) {
    byte[] body = (method.equals("POST") ? "body" : "").getBytes(StandardCharsets.US_ASCII);
    String name = route == null ? method : method + ' ' + route;
    return new Call(name, method, path, route, headers, body);
  }

  /** Null if it is not there. */
  @Nullable String header(String name) {
    List<String> values = headers.get(name);
    return values == null ? null : values.get(0);
  }
}

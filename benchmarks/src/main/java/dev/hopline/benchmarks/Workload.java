// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param size how much of it, for the kinds that grow
 */
record Workload(Kind kind, int size) {
  /** What the requests are. */
  enum Kind {
    GET,
    POST,
    SUB_RESOURCE,
    NOT_FOUND,
    ASYNC,
    ROUTES,
    BAGGAGE,
    ATTRIBUTES,
    DEPTH
  }

  /** As in {@code GET} or {@code ROUTES:100}. */
  static Workload of(String text) {
    String[] parts = text.split(":");
    return new Workload(
        Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)),
        parts.length < 2 ? 0 : Integer.parseInt(parts[1]));
  }

  /** Resources that only this needs. */
  Set<Class<?>> resources() {
    return kind == Kind.ROUTES ? Set.of(RouteSource.resource(size)) : Set.of();
  }

  int status() {
    return kind == Kind.NOT_FOUND ? 404 : 200;
  }

  /** The calls, one of which is made at a time. */
  List<Call> calls(Map<String, String> trace) {
    Map<String, String> headers = new HashMap<>(trace);
    headers.put("host", Call.HOST + ":" + Call.PORT);
    headers.put("user-agent", Call.USER_AGENT);
    headers.put("accept", "text/plain");
    return switch (kind) {
      case GET -> List.of(get("/books/17", "/books/{id}", headers));
      case POST -> List.of(post(headers));
      case SUB_RESOURCE -> List.of(get("/books/17/pages/3", "/books/{id}/pages/{page}", headers));
      case NOT_FOUND -> List.of(get("/nothing/17", null, headers));
      case ASYNC -> List.of(get("/later/17", "/later/{id}", headers));
      case ROUTES -> routes(headers);
      case BAGGAGE -> List.of(get("/books/17", "/books/{id}", withBaggage(headers)));
      case ATTRIBUTES ->
          List.of(get("/work/attributes/" + size, "/work/attributes/{count}", headers));
      case DEPTH -> List.of(get("/work/depth/" + size, "/work/depth/{depth}", headers));
    };
  }

  private List<Call> routes(Map<String, String> headers) {
    return IntStream.range(0, size)
        .mapToObj(i -> get(RouteSource.path(i) + "/17", RouteSource.path(i) + "/{id}", headers))
        .toList();
  }

  private Map<String, String> withBaggage(Map<String, String> headers) {
    if (size > 0) {
      headers.put(
          "baggage",
          IntStream.range(0, size)
              .mapToObj(i -> "key" + i + "=value" + i)
              .collect(Collectors.joining(",")));
    }
    return headers;
  }

  private static Call get(String path, @Nullable String route, Map<String, String> headers) {
    return Call.of("GET", path, route, lists(headers));
  }

  private static Call post(Map<String, String> headers) {
    headers.put("content-type", "text/plain");
    return Call.of("POST", "/books", "/books", lists(headers));
  }

  private static Map<String, List<String>> lists(Map<String, String> headers) {
    return headers.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> List.of(e.getValue())));
  }
}

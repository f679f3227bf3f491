// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a request or of a response that become attributes. Those that carry secrets do so
 * only where that is asked for twice.
 */
final class HeaderCapture {
  static final String FORCE = "hopline.http.capture-sensitive-headers";

  /** What the names of headers with credentials contain, of those registered and of others. */
  private static final List<String> SECRETS =
      List.of(
          "authorization",
          "authentication",
          "cookie",
          "token",
          "secret",
          "password",
          "passwd",
          "credential",
          "api-key",
          "apikey",
          "api_key",
          "client-cert",
          "clientcert",
          "session",
          "jwt",
          "assertion",
          "signature");

  private final String[] names;
  private final List<AttributeKey<List<String>>> keys;

  /** Those of both directions of one side. */
  record Pair(HeaderCapture requestHeaders, HeaderCapture responseHeaders) {
    /**
     * The headers that the agent's keys name.
     *
     * @param side {@code server} or {@code client}
     */
    static Pair of(SettingsReader settings, String side) {
      String key = "otel.instrumentation.http." + side + ".capture-";
      return new Pair(
          new HeaderCapture(settings, key + "request-headers", "http.request.header."),
          new HeaderCapture(settings, key + "response-headers", "http.response.header."));
    }
  }

  /**
   * The headers that a key names.
   *
   * @param prefix of the attributes
   */
  private HeaderCapture(SettingsReader settings, String key, String prefix) {
    boolean forced = settings.flag(FORCE);
    Set<String> headers = new TreeSet<>();
    for (String name : settings.list(key, name -> problem(name, forced))) {
      headers.add(name.toLowerCase(Locale.ROOT));
    }
    List<String> secrets = headers.stream().filter(HeaderCapture::isSecret).toList();
    if (!secrets.isEmpty()) {
      settings.warn(FORCE + "=true: spans will hold " + String.join(", ", secrets) + '.');
    }
    this.names = headers.toArray(new String[0]);
    this.keys = headers.stream().map(name -> stringArrayKey(prefix + name)).toList();
  }

  private static @Nullable String problem(String name, boolean forced) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
      if (!letter && !(c >= '0' && c <= '9') && c != '-' && c != '_' && c != '.') {
        return "no header has this name, and there are no wildcards";
      }
    }
    return forced || !isSecret(name)
        ? null
        : "it holds secrets; " + FORCE + "=true captures it all the same";
  }

  private static boolean isSecret(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return SECRETS.stream().anyMatch(lower::contains);
  }

  boolean isEmpty() {
    return names.length == 0;
  }

  <R> void onRequest(
      SpanBuilder span, R request, BiFunction<? super R, String, @Nullable String> header) {
    for (int i = 0; i < names.length; i++) {
      String value = header.apply(request, names[i]);
      if (value != null) {
        span.setAttribute(keys.get(i), List.of(value));
      }
    }
  }

  <R> void onResponse(
      Span span, R response, BiFunction<? super R, String, @Nullable String> header) {
    for (int i = 0; i < names.length; i++) {
      String value = header.apply(response, names[i]);
      if (value != null) {
        span.setAttribute(keys.get(i), List.of(value));
      }
    }
  }
}

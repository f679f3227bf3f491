// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The headers of a request or of a response that become attributes. */
final class HeaderCapture {
  static final HeaderCapture NONE = new HeaderCapture("", Set.of());

  private final String[] names;
  private final List<AttributeKey<List<String>>> keys;

  /**
   * The headers of these names.
   *
   * @param prefix of the attributes
   */
  HeaderCapture(String prefix, Set<String> headers) {
    TreeMap<String, AttributeKey<List<String>>> byName = new TreeMap<>();
    for (String header : headers) {
      String name = header.toLowerCase(Locale.ROOT);
      byName.put(name, stringArrayKey(prefix + name));
    }
    this.names = byName.keySet().toArray(new String[0]);
    this.keys = List.copyOf(byName.values());
  }

  <R> void onRequest(SpanBuilder span, R request, HttpServerRequest<? super R> reader) {
    for (int i = 0; i < names.length; i++) {
      String value = reader.header(request, names[i]);
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

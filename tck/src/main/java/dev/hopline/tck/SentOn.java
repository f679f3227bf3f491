// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

/**
 * The headers of a call that an application has made.
 *
 * @param lines as they came
 */
record SentOn(List<String> lines) {
  private static final int SAMPLED = 1;
  private static final int RANDOM = 2;

  /** The values of the headers of this name. */
  List<String> all(String name) {
    return lines.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1))
        // One space is the client's, what follows is the value's.
        .map(value -> value.startsWith(" ") ? value.substring(1) : value)
        .toList();
  }

  /** The value of the one header of this name; empty if there is none. */
  String header(String name) {
    List<String> all = all(name);
    assertThat(all).as("headers %s", name).hasSizeLessThanOrEqualTo(1);
    return all.isEmpty() ? "" : all.get(0);
  }

  /** The one that there must be, and right. */
  String traceparent() {
    assertThat(header("traceparent"))
        .matches("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-0[0-3]");
    return header("traceparent");
  }

  String traceId() {
    return traceparent().substring(3, 35);
  }

  String spanId() {
    return traceparent().substring(36, 52);
  }

  private int flags() {
    return Integer.parseInt(traceparent().substring(53), 16);
  }

  boolean isSampled() {
    return (flags() & SAMPLED) != 0;
  }

  boolean isRandom() {
    return (flags() & RANDOM) != 0;
  }

  String tracestate() {
    return header("tracestate");
  }

  String baggage() {
    return header("baggage");
  }
}

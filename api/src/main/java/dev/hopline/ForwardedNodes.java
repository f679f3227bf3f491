// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import org.jspecify.annotations.Nullable;

/**
 * The nodes that proxies have noted in {@code Forwarded} (RFC 7239) or {@code X-Forwarded-For}, the
 * nearest first. It reads from the end, for what stands at the front is the client's own text.
 */
final class ForwardedNodes {
  /** Nobody has more proxies; a header may have thousands of elements. */
  private static final int MOST = 64;

  private final String header;
  private final boolean pairs;
  private int end;
  private int taken;

  /**
   * The nodes of a header.
   *
   * @param pairs whether its elements are pairs such as {@code for=192.0.2.1;proto=http}
   */
  ForwardedNodes(String header, boolean pairs) {
    this.header = header;
    this.pairs = pairs;
    this.end = header.length();
  }

  /** The address of the next node; null if there is none, or if it is no address. */
  @Nullable String next() {
    if (end < 0 || taken++ == MOST) {
      return null;
    }
    int comma = commaBefore(end);
    String element = header.substring(comma + 1, end).strip();
    end = comma;
    String node = pairs ? valueOfFor(element) : element;
    return node == null ? null : address(node);
  }

  private int commaBefore(int end) {
    boolean quoted = false;
    int i = end - 1;
    while (i >= 0 && (quoted || header.charAt(i) != ',')) {
      quoted ^= header.charAt(i) == '"';
      i--;
    }
    return i;
  }

  private static @Nullable String valueOfFor(String element) {
    int start = 0;
    while (start < element.length()) {
      int end = semicolonAfter(element, start);
      int equals = element.indexOf('=', start);
      boolean pair = equals >= 0 && equals < end;
      if (pair && element.substring(start, equals).strip().equalsIgnoreCase("for")) {
        return unquoted(element.substring(equals + 1, end).strip());
      }
      start = end + 1;
    }
    return null;
  }

  private static int semicolonAfter(String element, int start) {
    boolean quoted = false;
    int i = start;
    while (i < element.length() && (quoted || element.charAt(i) != ';')) {
      quoted ^= element.charAt(i) == '"';
      i++;
    }
    return i;
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /** Without brackets, port and zone; null if what remains is no address. */
  private static @Nullable String address(String node) {
    String text = node;
    int colon = node.indexOf(':');
    if (node.startsWith("[")) {
      int bracket = node.indexOf(']');
      text = bracket < 0 ? "" : node.substring(1, bracket);
    } else if (colon >= 0 && colon == node.lastIndexOf(':')) {
      text = node.substring(0, colon);
    }
    int zone = text.indexOf('%');
    text = zone < 0 ? text : text.substring(0, zone);
    return IpAddress.parse(text) == null ? null : text;
  }
}

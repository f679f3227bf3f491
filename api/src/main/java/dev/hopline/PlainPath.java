// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A path without the disguises that a server may see through: percent-encoding, {@code .} and
 * {@code ..}, doubled slashes, backslashes and matrix parameters. Servers differ in which of them
 * they resolve, so this is for decisions alone, never for show.
 */
final class PlainPath {
  private PlainPath() {}

  /** The same text if there is nothing to resolve. */
  static String of(String path) {
    return isPlain(path) ? path : resolved(decoded(path));
  }

  private static boolean isPlain(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '%' || c == ';' || c == '\\') {
        return false;
      }
      boolean afterSlash = i > 0 && path.charAt(i - 1) == '/';
      if (afterSlash && (c == '/' || c == '.')) {
        return false;
      }
    }
    return true;
  }

  private static String decoded(String path) {
    StringBuilder out = new StringBuilder(path.length());
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      int code = c == '%' && i + 2 < path.length() ? hex(path, i + 1) : -1;
      out.append(code < 0 ? c : (char) code);
      i += code < 0 ? 0 : 2;
    }
    return out.toString().replace('\\', '/');
  }

  private static int hex(String text, int at) {
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static String resolved(String path) {
    Deque<String> segments = new ArrayDeque<>();
    int start = 0;
    while (start <= path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      add(segments, path.substring(start, end));
      start = end + 1;
    }
    String joined = '/' + String.join("/", segments);
    return path.endsWith("/") && joined.length() > 1 ? joined + '/' : joined;
  }

  private static void add(Deque<String> segments, String segment) {
    int parameters = segment.indexOf(';');
    String name = parameters < 0 ? segment : segment.substring(0, parameters);
    if (name.equals("..")) {
      segments.pollLast();
    } else if (!name.isEmpty() && !name.equals(".")) {
      segments.addLast(name);
    }
  }
}

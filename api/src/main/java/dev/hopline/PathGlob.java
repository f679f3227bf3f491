// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

/**
 * A pattern of paths or routes: {@code *} stands for anything within a segment, {@code **} for
 * anything across segments, {@code /a/**} for {@code /a} itself, too. All else is literal, in its
 * case.
 *
 * <p>It takes time in proportion to the path's length times the pattern's at most: the path is
 * anybody's choice.
 */
final class PathGlob {
  private static final String DEEP = "/**";

  private static final char WITHIN = '*';
  private static final char ACROSS = '\uFFFF'; // No character of a path.

  /** What a path must start with to be looked at any further. */
  private final String prefix;

  /** What follows, where a star of either kind is one character. */
  private final char[] rest;

  /** Whether a slash and anything may follow in the end. */
  private final boolean deep;

  PathGlob(String pattern) {
    this.deep = pattern.endsWith(DEEP);
    int end = deep ? pattern.length() - DEEP.length() : pattern.length();
    int star = pattern.indexOf('*');
    int literal = star < 0 || star > end ? end : star;
    this.prefix = pattern.substring(0, literal);
    this.rest = tokens(pattern, literal, literal == end ? end : pattern.length());
  }

  private static char[] tokens(String pattern, int start, int end) {
    StringBuilder tokens = new StringBuilder();
    for (int i = start; i < end; i++) {
      boolean across = pattern.startsWith("**", i);
      tokens.append(across ? ACROSS : pattern.charAt(i));
      i += across ? 1 : 0;
    }
    return tokens.toString().toCharArray();
  }

  boolean matches(String path) {
    if (!path.startsWith(prefix)) {
      return false;
    }
    int next = prefix.length();
    if (rest.length > 0) {
      return matchesRest(path, next);
    }
    return path.length() == next || (deep && path.charAt(next) == '/');
  }

  /** Follows all ways through the pattern at once: {@code reached[j]} is one that has come to j. */
  private boolean matchesRest(String path, int start) {
    int length = rest.length;
    boolean[] reached = new boolean[length + 1];
    reached[0] = true;
    skipStars(reached);
    for (int i = start; i < path.length(); i++) {
      char c = path.charAt(i);
      for (int j = length; j >= 0; j--) {
        boolean stays = j < length && reached[j] && isStar(rest[j], c);
        boolean comes = j > 0 && reached[j - 1] && rest[j - 1] == c && c != WITHIN;
        reached[j] = stays || comes;
      }
      skipStars(reached);
    }
    // What stands before a last `/**` is matched by it as well.
    return reached[length] || (deep && reached[length - 2]);
  }

  private static boolean isStar(char token, char c) {
    return token == ACROSS || (token == WITHIN && c != '/');
  }

  private void skipStars(boolean[] reached) {
    for (int j = 0; j < rest.length; j++) {
      boolean star = rest[j] == WITHIN || rest[j] == ACROSS;
      reached[j + 1] |= reached[j] && star;
    }
  }
}

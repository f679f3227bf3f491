// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.util.List;

/**
 * What becomes of the trace context that a request brings with it. Of several patterns that match,
 * the strictest counts.
 */
final class Incoming {
  /** From the most trusting to the strictest. */
  enum Mode {
    /** It is continued. */
    TRUST,
    /** A new trace is started that links to it; nothing else of it is taken. */
    LINK,
    /** A new trace is started. */
    IGNORE
  }

  private static final String KEY = "hopline.server.incoming";

  static final List<String> KEYS =
      List.of(KEY, KEY + ".trust.paths", KEY + ".link.paths", KEY + ".ignore.paths");

  private final Mode otherwise;
  private final PathGlobs trusted;
  private final PathGlobs linked;
  private final PathGlobs ignored;

  Incoming(SettingsReader settings) {
    this.otherwise = Mode.values()[settings.choice(KEY, List.of("trust", "link", "ignore"))];
    this.trusted = settings.globs(KEYS.get(1));
    this.linked = settings.globs(KEYS.get(2));
    this.ignored = settings.globs(KEYS.get(3));
  }

  /** The mode of the path, or that of the path as a server may take it if that is stricter. */
  Mode mode(String path) {
    if (trusted.isEmpty() && linked.isEmpty() && ignored.isEmpty()) {
      return otherwise;
    }
    Mode asSent = match(path);
    String plain = PlainPath.of(path);
    if (plain.equals(path)) {
      return asSent;
    }
    Mode asServed = match(plain);
    return asServed.compareTo(asSent) > 0 ? asServed : asSent;
  }

  private Mode match(String path) {
    if (ignored.matches(path)) {
      return Mode.IGNORE;
    }
    if (linked.matches(path)) {
      return Mode.LINK;
    }
    return trusted.matches(path) ? Mode.TRUST : otherwise;
  }
}

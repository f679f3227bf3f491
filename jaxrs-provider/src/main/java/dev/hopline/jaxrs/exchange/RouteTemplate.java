// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.exchange;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * One template, as {@code /books/{id}}: joined by single slashes, with and without regular
 * expressions.
 */
public final class RouteTemplate {
  /**
   * How many locators a route goes over at most. Some lead back to where they came from, as often
   * as the client likes, and each route is kept, here and in every metric.
   */
  public static final int MOST_LOCATORS = 5;

  private static final int MOST_MOUNTS = 16;

  private final Form plain;
  private final Form withRegex;
  private final Pattern pattern;

  /**
   * @param path the {@code @Path} values on the way, joined by slashes as they come
   */
  public RouteTemplate(String path) {
    StringBuilder text = new StringBuilder();
    StringBuilder full = new StringBuilder();
    StringBuilder regex = new StringBuilder();
    int i = 0;
    while (i < path.length()) {
      char c = path.charAt(i);
      if (c == '{') {
        int end = closingBrace(path, i);
        parameter(path.substring(i + 1, end), text, full, regex);
        i = end + 1;
      } else {
        int end = endOfLiteral(path, i);
        literal(decoded(path.substring(i, end)), text, full, regex);
        i = end;
      }
    }
    boolean slashAtEnd = text.length() > 0 && text.charAt(text.length() - 1) == '/';
    this.plain = Form.of(text, slashAtEnd);
    this.withRegex = Form.of(full, slashAtEnd);
    this.pattern =
        Pattern.compile("/*" + regex.substring(0, regex.length() - (slashAtEnd ? 2 : 0)) + "/*");
  }

  /** A slash, or what stands before the next slash or parameter. */
  private static int endOfLiteral(String path, int start) {
    int end = start + 1;
    while (path.charAt(start) != '/' && end < path.length() && "/{".indexOf(path.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /** Some runtimes keep a template as it was written, others as it is in a request. */
  private static String decoded(String literal) {
    try {
      return literal.indexOf('%') < 0 || literal.toUpperCase(Locale.ROOT).contains("%2F")
          ? literal
          : URLDecoder.decode(literal.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException percentSignAsSuch) {
      return literal;
    }
  }

  private static void literal(
      String literal, StringBuilder text, StringBuilder full, StringBuilder regex) {
    boolean slash = literal.equals("/");
    if (slash && (text.length() == 0 || text.charAt(text.length() - 1) == '/')) {
      return;
    }
    text.append(literal);
    full.append(literal);
    String encoded = URLEncoder.encode(literal, StandardCharsets.UTF_8).replace("+", "%20");
    regex.append(
        slash
            ? "/+"
            : "(?:" + Pattern.quote(literal) + "|(?i:" + Pattern.quote(encoded) + "))(?:;[^/]*)?");
  }

  private static void parameter(
      String declared, StringBuilder text, StringBuilder full, StringBuilder regex) {
    int colon = declared.indexOf(':');
    String name = (colon < 0 ? declared : declared.substring(0, colon)).trim();
    String expression = colon < 0 ? "[^/]+?" : declared.substring(colon + 1).trim();
    text.append('{').append(name).append('}');
    full.append('{').append(name);
    full.append(colon < 0 ? "" : ':' + expression).append('}');
    // The segments' matrix parameters are no part of what a template matches.
    regex.append('(').append(expression).append(")(?:;[^/]*)?");
  }

  /** A regular expression may have braces of its own. */
  private static int closingBrace(String path, int open) {
    int depth = 0;
    for (int i = open; i < path.length(); i++) {
      depth += path.charAt(i) == '{' ? 1 : path.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return path.length() - 1;
  }

  /** Whether this is the template of a raw path below the application's root. */
  public boolean matches(String rawPath) {
    return pattern.matcher(rawPath).matches();
  }

  /**
   * The template below the place where the application is mounted, from the server's root.
   *
   * @param keepsRegex whether parameters keep their regular expressions, as {@code {id:\d+}}
   */
  public String under(URI base, boolean keepsRegex) {
    String path = base.getRawPath();
    return under(path == null ? "" : path, keepsRegex);
  }

  /** The same for whoever knows the path of the place without a URI of it. */
  public String under(String basePath, boolean keepsRegex) {
    return (keepsRegex ? withRegex : plain).under(basePath);
  }

  @Override
  public String toString() {
    return plain.text;
  }

  /**
   * @param mounted the whole route by the place where the application is: one, or as many as there
   *     are mounts of it. A servlet container lets the client write that place in other ways, too,
   *     and so there is an end to what is kept
   */
  private record Form(String text, Map<String, String> mounted) {
    static Form of(StringBuilder text, boolean slashAtEnd) {
      String form = text.substring(0, text.length() - (slashAtEnd ? 1 : 0));
      return new Form(form, new ConcurrentHashMap<>());
    }

    String under(String base) {
      String known = mounted.get(base);
      if (known == null) {
        known = join(base);
        if (mounted.size() < MOST_MOUNTS) {
          mounted.put(base, known);
        }
      }
      return known;
    }

    private String join(String base) {
      StringBuilder route = new StringBuilder();
      for (String segment : base.split("/")) {
        route.append(segment.isEmpty() ? "" : '/' + segment);
      }
      return text.isEmpty() && !route.isEmpty() ? route.toString() : route + "/" + text;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.exchange;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** One template, as {@code /books/{id}}: joined by single slashes, without regular expressions. */
public final class RouteTemplate {
  private final String text;
  private final Pattern pattern;
  // One entry for each place where the application is mounted: one, but for exotic set-ups.
  private final Map<String, String> mounted = new ConcurrentHashMap<>();

  /**
   * @param path the {@code @Path} values on the way, joined by slashes as they come
   */
  public RouteTemplate(String path) {
    StringBuilder template = new StringBuilder();
    StringBuilder regex = new StringBuilder();
    int i = 0;
    while (i < path.length()) {
      char c = path.charAt(i);
      if (c == '{') {
        int end = closingBrace(path, i);
        parameter(path.substring(i + 1, end), template, regex);
        i = end + 1;
      } else {
        if (c != '/' || template.length() == 0 || template.charAt(template.length() - 1) != '/') {
          template.append(c);
          regex.append(c != '/' ? Pattern.quote(String.valueOf(c)) : regex.isEmpty() ? "" : "/+");
        }
        i++;
      }
    }
    this.text = withoutEdges(template.toString());
    this.pattern = Pattern.compile("/*" + regex + "/*");
  }

  private static void parameter(String declared, StringBuilder template, StringBuilder regex) {
    int colon = declared.indexOf(':');
    String name = (colon < 0 ? declared : declared.substring(0, colon)).trim();
    template.append('{').append(name).append('}');
    // The segments' matrix parameters are no part of what a template matches.
    regex.append('(').append(colon < 0 ? "[^/]+?" : declared.substring(colon + 1).trim());
    regex.append(")(?:;[^/]*)?");
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

  private static String withoutEdges(String text) {
    int start = text.startsWith("/") ? 1 : 0;
    int end = text.length() > start && text.endsWith("/") ? text.length() - 1 : text.length();
    return text.substring(start, end);
  }

  /** Whether this is the template of a raw path below the application's root. */
  public boolean matches(String rawPath) {
    return pattern.matcher(rawPath).matches();
  }

  /** The template below the place where the application is mounted, from the server's root. */
  public String under(URI base) {
    String path = base.getRawPath();
    return mounted.computeIfAbsent(path == null ? "" : path, this::join);
  }

  private String join(String base) {
    String root = withoutEdges(base);
    String route = root.isEmpty() ? '/' + text : '/' + root + '/' + text;
    return route.length() > 1 && route.endsWith("/")
        ? route.substring(0, route.length() - 1)
        : route;
  }

  @Override
  public String toString() {
    return text;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.resteasy;

import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Field;
import org.jboss.resteasy.specimpl.ResteasyUriInfo;
import org.jspecify.annotations.Nullable;

/**
 * The URI of a request as the text that RESTEasy was given. RESTEasy makes a {@link java.net.URI}
 * of it for whoever asks first, and to match a request it does not ask: it would be a quarter of
 * what a span costs. Where the fields are not to be had, the URI has to do.
 */
final class UnparsedUri {
  private static final @Nullable Field TEXT = field("absoluteString");
  private static final @Nullable Field PARSED = field("requestURI");

  private UnparsedUri() {}

  private static @Nullable Field field(String name) {
    try {
      Field field = ResteasyUriInfo.class.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (ReflectiveOperationException | RuntimeException otherVersion) {
      return null;
    }
  }

  /** Null if it is parsed already, which costs nothing more, or if a filter has set another. */
  static @Nullable String of(UriInfo uri) {
    // Whoever extends it may have another way to its URI.
    if (TEXT == null || PARSED == null || uri.getClass() != ResteasyUriInfo.class) {
      return null;
    }
    try {
      return PARSED.get(uri) == null ? (String) TEXT.get(uri) : null;
    } catch (IllegalAccessException refused) {
      return null;
    }
  }

  static String scheme(String text) {
    return text.regionMatches(true, 0, "https:", 0, 6) ? "https" : "http";
  }

  /** Without its question mark; null if there is none. */
  static @Nullable String query(String text) {
    int hash = text.indexOf('#');
    int question = text.indexOf('?');
    if (question < 0 || (hash >= 0 && hash < question)) {
      return null;
    }
    return text.substring(question + 1, hash < 0 ? text.length() : hash);
  }

  /** Whether its path is made of these two. */
  static boolean hasPath(String text, String start, String end) {
    int authority = text.indexOf("://");
    int path = authority < 0 ? 0 : text.indexOf('/', authority + 3);
    int rest = path + start.length() + end.length();
    return path >= 0
        && text.startsWith(start, path)
        && text.startsWith(end, path + start.length())
        && (rest == text.length() || "?#".indexOf(text.charAt(rest)) >= 0);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.resteasy;

import jakarta.ws.rs.core.UriInfo;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.net.URI;
import org.jboss.resteasy.specimpl.ResteasyUriInfo;
import org.jspecify.annotations.Nullable;

/**
 * The URI of a request as the text that RESTEasy was given. RESTEasy makes a {@link URI} of it for
 * whoever asks first, and to match a request it does not ask: it would be a quarter of what a span
 * costs. Where the fields are not to be had, the URI has to do.
 */
final class UnparsedUri {
  private static final @Nullable MethodHandle TEXT = getter("absoluteString", String.class);
  private static final @Nullable MethodHandle PARSED = getter("requestURI", URI.class);

  private UnparsedUri() {}

  private static @Nullable MethodHandle getter(String name, Class<?> type) {
    try {
      Field field = ResteasyUriInfo.class.getDeclaredField(name);
      field.setAccessible(true);
      return MethodHandles.lookup()
          .unreflectGetter(field)
          .asType(MethodType.methodType(type, ResteasyUriInfo.class));
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
      URI parsed = (URI) PARSED.invokeExact((ResteasyUriInfo) uri);
      return parsed == null ? (String) TEXT.invokeExact((ResteasyUriInfo) uri) : null;
    } catch (Throwable impossible) {
      return null;
    }
  }

  static String scheme(String text) {
    return text.regionMatches(true, 0, "https:", 0, 6) ? "https" : "http";
  }

  /** Without its question mark; null if there is none. */
  static @Nullable String query(String text) {
    int question = text.indexOf('?');
    if (question < 0) {
      return null;
    }
    int hash = text.indexOf('#');
    if (hash >= 0 && hash < question) {
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

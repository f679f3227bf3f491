// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.net.URI;
import java.util.Set;

/**
 * Takes the secrets out of URLs before they become attributes: user info, and the values of query
 * keys that the semantic conventions name (those of 1.42 and those before).
 */
final class UrlRedaction {
  private static final String REDACTED = "REDACTED";

  private static final Set<String> SECRET_KEYS =
      Set.of(
          "AWSAccessKeyId",
          "Signature",
          "sig",
          "X-Amz-Signature",
          "X-Amz-Credential",
          "X-Amz-Security-Token",
          "X-Goog-Signature");

  private UrlRedaction() {}

  /** The URL with its user info and secret query values replaced; the same text if it has none. */
  static String url(URI uri) {
    String text = uri.toString();
    int question = text.indexOf('?');
    if (question >= 0) {
      int hash = text.indexOf('#', question);
      int end = hash < 0 ? text.length() : hash;
      String query = text.substring(question + 1, end);
      String safe = query(query);
      if (!safe.equals(query)) {
        text = text.substring(0, question + 1) + safe + text.substring(end);
      }
    }
    return withoutUserInfo(text, uri);
  }

  private static String withoutUserInfo(String text, URI uri) {
    String authority = uri.getRawAuthority();
    int at = authority == null ? -1 : authority.lastIndexOf('@');
    if (at < 0) {
      return text;
    }
    int start = text.indexOf("//") + 2;
    return text.substring(0, start) + "REDACTED:REDACTED" + text.substring(start + at);
  }

  /** The raw query with the values of secret keys replaced; the same text if it has none. */
  static String query(String query) {
    StringBuilder safe = null;
    int copied = 0;
    int start = 0;
    while (start < query.length()) {
      int end = query.indexOf('&', start);
      end = end < 0 ? query.length() : end;
      int equals = query.indexOf('=', start);
      if (equals >= 0 && equals < end && isSecret(query, start, equals)) {
        safe = safe == null ? new StringBuilder(query.length()) : safe;
        safe.append(query, copied, equals + 1).append(REDACTED);
        copied = end;
      }
      start = end + 1;
    }
    return safe == null ? query : safe.append(query, copied, query.length()).toString();
  }

  private static boolean isSecret(String query, int start, int end) {
    for (String key : SECRET_KEYS) {
      if (key.length() == end - start && query.startsWith(key, start)) {
        return true;
      }
    }
    // `%73ig` is `sig` for whoever reads it: a key in disguise is not worth showing at all.
    int percent = query.indexOf('%', start);
    return percent >= 0 && percent < end;
  }
}

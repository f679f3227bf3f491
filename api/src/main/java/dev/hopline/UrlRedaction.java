// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the secrets out of URLs before they become attributes: user info, and the values of query
 * keys that the semantic conventions name (those of 1.42 and those before) or that a setting does.
 */
final class UrlRedaction {
  /** Adds to the list. */
  static final String MORE_KEYS = "hopline.http.sensitive-query-parameters";

  /** Replaces the list, as with the OpenTelemetry agent. */
  private static final String ALL_KEYS =
      "otel.instrumentation.sanitization.url.experimental.sensitive-query-parameters";

  private static final String REDACTED = "REDACTED";

  private final String[] secretKeys;

  UrlRedaction(SettingsReader settings) {
    Set<String> keys =
        new HashSet<>(
            settings.list(
                ALL_KEYS,
                "AWSAccessKeyId",
                "Signature",
                "sig",
                "X-Amz-Signature",
                "X-Amz-Credential",
                "X-Amz-Security-Token",
                "X-Goog-Signature"));
    keys.addAll(settings.list(MORE_KEYS));
    this.secretKeys = keys.toArray(new String[0]);
  }

  /** The URL with its user info and secret values replaced; the same text if it has none. */
  String url(URI uri) {
    String text = uri.toString();
    boolean plain = uri.getRawQuery() == null && uri.getRawFragment() == null;
    if (plain && HostHeader.isPlain(uri)) {
      return text;
    }
    int hash = text.indexOf('#');
    int end = hash < 0 ? text.length() : hash;
    int question = text.indexOf('?');
    int start = question < 0 || question > end ? end : question;
    String authority = uri.getRawAuthority();
    int at = authority == null ? -1 : authority.lastIndexOf('@');
    if (at < 0 && start == text.length()) {
      return text;
    }
    String query = text.substring(start, end);
    String fragment = text.substring(end);
    return withoutUserInfo(text.substring(0, start), at) + query(query) + query(fragment);
  }

  /**
   * @param at where the host starts in the authority; below 0 if there is no user info before it
   */
  private static String withoutUserInfo(String text, int at) {
    if (at < 0) {
      return text;
    }
    int start = text.indexOf("//") + 2;
    return text.substring(0, start) + "REDACTED:REDACTED" + text.substring(start + at);
  }

  /** The same for what may be none: null then. */
  @Nullable String safe(@Nullable String query) {
    return query == null || query.isEmpty() ? null : query(query);
  }

  /** The raw query with the values of secret keys replaced; the same text if it has none. */
  String query(String query) {
    StringBuilder safe = null;
    int copied = 0;
    int key = 0;
    for (int i = 0; i < query.length(); i++) {
      char c = query.charAt(i);
      if (c == '=' && key >= 0) {
        if (isSecret(query, key, i)) {
          int end = query.indexOf('&', i);
          safe = safe == null ? new StringBuilder(query.length()) : safe;
          safe.append(query, copied, i + 1).append(REDACTED);
          copied = end < 0 ? query.length() : end;
          i = copied - 1;
        }
        key = -1;
      } else if (c == '&' || c == ';' || c == '?' || c == '#') {
        key = i + 1; // Only the first of them is sure to end a value, but any may start a key.
      }
    }
    return safe == null ? query : safe.append(query, copied, query.length()).toString();
  }

  private boolean isSecret(String query, int start, int end) {
    for (String key : secretKeys) {
      if (key.length() == end - start && query.startsWith(key, start)) {
        return true;
      }
    }
    // `%73ig` is `sig` for whoever reads it: a key in disguise is not worth showing at all.
    int percent = query.indexOf('%', start);
    return percent >= 0 && percent < end;
  }
}

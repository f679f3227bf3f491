// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.api.baggage.BaggageEntry;
import io.opentelemetry.api.baggage.BaggageEntryMetadata;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One {@code key=value;properties} of the header {@code baggage}. */
final class BaggageMember {
  private static final String KEY_MARKS = "!#$%&'*+-.^_`|~";
  private static final String NOT_IN_VALUES = "\",;\\";
  private static final String HEX = "0123456789ABCDEF";

  private BaggageMember() {}

  /** Adds the member; nothing if it is none. */
  static void read(String member, BaggageBuilder baggage) {
    int semicolon = member.indexOf(';');
    int end = semicolon < 0 ? member.length() : semicolon;
    int equals = member.indexOf('=');
    if (equals < 0 || equals > end) {
      return;
    }
    String key = member.substring(0, equals).strip();
    String value = decoded(member.substring(equals + 1, end).strip());
    String properties = semicolon < 0 ? "" : member.substring(semicolon + 1).strip();
    if (!isKey(key) || value == null || !arePrintable(properties)) {
      return;
    }
    if (properties.isEmpty()) {
      baggage.put(key, value);
    } else {
      baggage.put(key, value, BaggageEntryMetadata.create(properties));
    }
  }

  /** The member; empty if its key cannot be sent or if it is longer than that. */
  static String write(String key, BaggageEntry entry, int longest) {
    String value = entry.getValue();
    String properties = entry.getMetadata().getValue();
    // Nothing gets shorter by being written: most of ten megabytes is not even looked at.
    if (key.length() + value.length() > longest || !isKey(key)) {
      return "";
    }
    StringBuilder member = new StringBuilder(key.length() + value.length() + 1);
    encode(value, member.append(key).append('='));
    boolean sent =
        !properties.isEmpty() && properties.length() <= longest && arePrintable(properties);
    return sent ? member.append(';').append(properties).toString() : member.toString();
  }

  private static boolean isKey(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
      if (!letter && !(c >= '0' && c <= '9') && KEY_MARKS.indexOf(c) < 0) {
        return false;
      }
    }
    return !key.isEmpty();
  }

  private static boolean isInValues(int c) {
    return c > ' ' && c <= '~' && NOT_IN_VALUES.indexOf(c) < 0;
  }

  /** Properties go on as they came. */
  private static boolean arePrintable(String properties) {
    for (int i = 0; i < properties.length(); i++) {
      char c = properties.charAt(i);
      if ((c < ' ' && c != '\t') || c > '~' || c == ',') {
        return false;
      }
    }
    return true;
  }

  /** Null if it is no value. Bytes that are no UTF-8 are replaced, as the specification asks. */
  private static @Nullable String decoded(String value) {
    boolean encoded = false;
    for (int i = 0; i < value.length(); i++) {
      if (!isInValues(value.charAt(i))) {
        return null;
      }
      encoded |= value.charAt(i) == '%';
    }
    return encoded ? decodedBytes(value) : value;
  }

  private static @Nullable String decodedBytes(String value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '%') {
        bytes.write(c);
        continue;
      }
      int high = i + 2 < value.length() ? Character.digit(value.charAt(i + 1), 16) : -1;
      int low = high < 0 ? -1 : Character.digit(value.charAt(i + 2), 16);
      if (low < 0) {
        return null;
      }
      bytes.write((high << 4) | low);
      i += 2;
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void encode(String value, StringBuilder out) {
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      if (isInValues(b) && b != '%') {
        out.append((char) b);
      } else {
        out.append('%').append(HEX.charAt((b >> 4) & 0xF)).append(HEX.charAt(b & 0xF));
      }
    }
  }
}

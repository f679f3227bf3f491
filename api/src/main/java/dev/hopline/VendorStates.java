// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A {@code tracestate} by the grammar of W3C Trace Context, Level 2; OpenTelemetry's own knows the
 * keys of Level 1 alone. Immutable.
 */
final class VendorStates implements TraceState {
  private static final int MOST_MEMBERS = 32;
  private static final int LONGEST = 256;

  /** Key, value, key, value and so on. */
  private final List<String> members;

  private final String header;

  private VendorStates(List<String> members, String header) {
    this.members = members;
    this.header = header;
  }

  /** What a header says; nothing if a member is wrong, if there are too many, or if it is empty. */
  static TraceState parse(String header) {
    List<String> members = new ArrayList<>();
    int start = 0;
    while (start <= header.length()) {
      int comma = header.indexOf(',', start);
      int end = comma < 0 ? header.length() : comma;
      if (!parse(header, start, end, members)) {
        return TraceState.getDefault();
      }
      start = end + 1;
    }
    return of(members);
  }

  private static boolean parse(String header, int from, int to, List<String> members) {
    int start = from;
    int end = to;
    while (start < end && isSpace(header.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(header.charAt(end - 1))) {
      end--;
    }
    if (start == end) {
      return true; // Empty members are allowed.
    }
    int equals = header.indexOf('=', start);
    if (equals < 0 || equals >= end) {
      return false;
    }
    String key = header.substring(start, equals);
    String value = header.substring(equals + 1, end);
    if (!isKey(key) || !isValue(value)) {
      return false;
    }
    if (indexOf(members, key) < 0) {
      members.add(key);
      members.add(value);
    }
    return members.size() <= 2 * MOST_MEMBERS;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isKey(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!letter && (i == 0 || "_-*/@".indexOf(c) < 0)) {
        return false;
      }
    }
    return !key.isEmpty() && key.length() <= LONGEST;
  }

  /** Printable ASCII without comma and equals sign; it does not end with a space. */
  private static boolean isValue(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c > '~' || c == ',' || c == '=') {
        return false;
      }
    }
    return !value.isEmpty() && value.length() <= LONGEST && !value.endsWith(" ");
  }

  private static TraceState of(List<String> members) {
    if (members.isEmpty()) {
      return TraceState.getDefault();
    }
    StringBuilder header = new StringBuilder();
    for (int i = 0; i < members.size(); i += 2) {
      append(header, members.get(i), members.get(i + 1));
    }
    return new VendorStates(members, header.toString());
  }

  private static void append(StringBuilder header, String key, String value) {
    header.append(header.isEmpty() ? "" : ",").append(key).append('=').append(value);
  }

  /** The value of the header; empty if there is nothing to say. A sampler may have its own kind. */
  static String header(TraceState state) {
    if (state instanceof VendorStates ours) {
      return ours.header;
    }
    if (state.isEmpty()) {
      return "";
    }
    StringBuilder header = new StringBuilder();
    state.forEach((key, value) -> append(header, key, value));
    return header.toString();
  }

  private static int indexOf(List<String> members, String key) {
    for (int i = 0; i < members.size(); i += 2) {
      if (members.get(i).equals(key)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public @Nullable String get(@Nullable String key) {
    int index = key == null ? -1 : indexOf(members, key);
    return index < 0 ? null : members.get(index + 1);
  }

  @Override
  public int size() {
    return members.size() / 2;
  }

  @Override
  public boolean isEmpty() {
    return members.isEmpty();
  }

  @Override
  public void forEach(@Nullable BiConsumer<String, String> consumer) {
    for (int i = 0; consumer != null && i < members.size(); i += 2) {
      consumer.accept(members.get(i), members.get(i + 1));
    }
  }

  @Override
  public Map<String, String> asMap() {
    Map<String, String> map = new LinkedHashMap<>();
    forEach(map::put);
    return Collections.unmodifiableMap(map);
  }

  @Override
  public TraceStateBuilder toBuilder() {
    return new Builder(new ArrayList<>(members));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VendorStates states && states.header.equals(header);
  }

  @Override
  public int hashCode() {
    return header.hashCode();
  }

  @Override
  public String toString() {
    return header;
  }

  /** What is wrong is left out, as with OpenTelemetry's own. */
  private record Builder(List<String> members) implements TraceStateBuilder {
    @Override
    public TraceStateBuilder put(String key, String value) {
      if (isKey(key) && isValue(value)) {
        remove(key);
        members.add(0, value);
        members.add(0, key);
        if (members.size() > 2 * MOST_MEMBERS) {
          remove(members.get(2 * MOST_MEMBERS));
        }
      }
      return this;
    }

    @Override
    public TraceStateBuilder remove(String key) {
      int index = indexOf(members, key);
      if (index >= 0) {
        members.subList(index, index + 2).clear();
      }
      return this;
    }

    @Override
    public TraceState build() {
      return of(new ArrayList<>(members));
    }
  }
}

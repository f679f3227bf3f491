// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import org.jspecify.annotations.Nullable;

/**
 * An IP address, read from its digits alone: names are never looked up, for anybody may send one.
 * One of version 4 is kept as IPv6 maps it, so that both forms of it are equal.
 */
record IpAddress(long high, long low) {
  /** The longest of IPv6 with an IPv4 tail. */
  private static final int LONGEST = 45;

  private static final int GROUPS = 8;
  private static final long MAPPED = 0xFFFF_0000_0000L;

  /** Null if the text is no address; a zone, {@code %eth0}, is left out. */
  static @Nullable IpAddress parse(String text) {
    int zone = text.indexOf('%');
    String digits = zone < 0 ? text : text.substring(0, zone);
    if (digits.length() > LONGEST) {
      return null;
    }
    if (digits.indexOf(':') >= 0) {
      return version6(digits);
    }
    long address = version4(digits);
    return address < 0 ? null : new IpAddress(0, MAPPED | address);
  }

  boolean isVersion4() {
    return high == 0 && low >>> 32 == MAPPED >>> 32;
  }

  /** The 32 bits, or -1. */
  private static long version4(String text) {
    long address = 0;
    int start = 0;
    for (int part = 0; part < 4; part++) {
      int dot = text.indexOf('.', start);
      int end = part < 3 ? dot : dot < 0 ? text.length() : -1;
      int value = end < 0 ? -1 : number(text, start, end, 10);
      // To some, `010` is eight.
      boolean octal = end - start > 1 && text.charAt(start) == '0';
      if (value < 0 || value > 255 || octal) {
        return -1;
      }
      address = address << 8 | value;
      start = end + 1;
    }
    return address;
  }

  private static @Nullable IpAddress version6(String text) {
    int gap = text.indexOf("::");
    int[] groups = new int[GROUPS];
    if (gap < 0) {
      return groups(text, groups) == GROUPS ? of(groups) : null;
    }
    int before = groups(text.substring(0, gap), groups);
    int[] tail = new int[GROUPS];
    int after = groups(text.substring(gap + 2), tail);
    if (before < 0 || after < 0 || before + after >= GROUPS) {
      return null;
    }
    System.arraycopy(tail, 0, groups, GROUPS - after, after);
    return of(groups);
  }

  /** How many groups there are, or -1; an IPv4 address at the end makes two. */
  private static int groups(String text, int[] groups) {
    int count = 0;
    int start = 0;
    while (start < text.length() || (count > 0 && start == text.length())) {
      int colon = text.indexOf(':', start);
      int end = colon < 0 ? text.length() : colon;
      if (colon < 0 && text.indexOf('.', start) >= 0 && count <= GROUPS - 2) {
        long tail = version4(text.substring(start));
        groups[count] = (int) (tail >> 16);
        groups[count + 1] = (int) (tail & 0xFFFF);
        return tail < 0 ? -1 : count + 2;
      }
      int value = count < GROUPS && end - start <= 4 ? number(text, start, end, 16) : -1;
      if (value < 0) {
        return -1;
      }
      groups[count++] = value;
      start = end + 1;
    }
    return count;
  }

  private static IpAddress of(int[] groups) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < GROUPS / 2; i++) {
      high = high << 16 | groups[i];
      low = low << 16 | groups[i + GROUPS / 2];
    }
    return new IpAddress(high, low);
  }

  /** The number, or -1 if there are no digits, others, or too many. */
  static int number(String text, int start, int end, int radix) {
    if (end <= start || end - start > 5) {
      return -1;
    }
    int number = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        return -1;
      }
      number = number * radix + digit;
    }
    return number;
  }
}

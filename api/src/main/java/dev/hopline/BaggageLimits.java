// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

/**
 * Keeps inbound {@code baggage} to what W3C Baggage obliges anybody to carry on: 64 members in
 * 8,192 bytes. OpenTelemetry before 1.62 reads whatever comes, and what is read goes out with every
 * call of the request.
 */
final class BaggageLimits {
  private static final int MEMBERS = 64;
  private static final int BYTES = 8192;

  private BaggageLimits() {}

  /** The value, or its longest prefix of whole members within the limits. */
  static String apply(String header, String value) {
    // A header has one byte for each char: what is not Latin-1 never came over the wire.
    if (!header.equalsIgnoreCase("baggage")) {
      return value;
    }
    int members = 0;
    int end = 0;
    int length = value.length();
    while (end < length && members < MEMBERS) {
      int comma = value.indexOf(',', end + (members == 0 ? 0 : 1));
      int next = comma < 0 ? length : comma;
      if (next > BYTES) {
        break;
      }
      end = next;
      members++;
    }
    return end == length ? value : value.substring(0, end);
  }
}

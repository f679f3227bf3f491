// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import org.jspecify.annotations.Nullable;

/** The addresses that share their first bits, as {@code 10.0.0.0/8} or {@code fd00::/8}. */
record AddressBlock(IpAddress address, int bits) {
  private static final int ALL_BITS = 128;
  private static final int MAPPED_BITS = 96;

  /** Null if the text is neither an address nor a block. */
  static @Nullable AddressBlock parse(String text) {
    int slash = text.indexOf('/');
    IpAddress address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
    if (address == null) {
      return null;
    }
    int more = address.isVersion4() && text.indexOf(':') < 0 ? MAPPED_BITS : 0;
    int bits = slash < 0 ? ALL_BITS - more : IpAddress.number(text, slash + 1, text.length(), 10);
    return bits < 0 || bits + more > ALL_BITS ? null : new AddressBlock(address, bits + more);
  }

  boolean contains(IpAddress other) {
    return (address.high() & mask(bits)) == (other.high() & mask(bits))
        && (address.low() & mask(bits - 64)) == (other.low() & mask(bits - 64));
  }

  private static long mask(int bits) {
    return bits <= 0 ? 0 : bits >= 64 ? -1L : -1L << (64 - bits);
  }
}

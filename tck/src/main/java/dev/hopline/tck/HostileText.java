// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.util.Random;

/** Words and junk. One character is one byte: none is above 255, and none breaks a line. */
record HostileText(Random random) {
  private static final String USUAL = "abcXYZ019-_.~:=;,/%+&?@\"{}[]|\\^<>#!*'()";

  /** Letters and digits. */
  String word() {
    return Integer.toString(random.nextInt(Integer.MAX_VALUE), 36);
  }

  /** Up to so many characters of any kind but spaces: those would end a request's target. */
  String junk(int length) {
    StringBuilder junk = new StringBuilder();
    for (int i = random.nextInt(length + 1); i > 0; i--) {
      junk.append(character());
    }
    return junk.toString();
  }

  private String character() {
    return switch (random.nextInt(16)) {
      case 0 -> String.valueOf((char) (0x80 + random.nextInt(0x80)));
      case 1 -> "%%%02X".formatted(random.nextInt(256));
      // Rarely: for most servers it is the end of the conversation.
      case 2 -> random.nextInt(200) == 0 ? "\0" : "%00";
      default -> String.valueOf(USUAL.charAt(random.nextInt(USUAL.length())));
    };
  }

  /** A value that goes on in a next line, as it was allowed once. */
  String folded(String value) {
    int middle = value.length() / 2;
    return value.substring(0, middle) + "\r\n " + value.substring(middle);
  }
}

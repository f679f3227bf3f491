// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.util.Random;

/** Headers that are right, nearly right, or wrong in any way. */
record Invented(Random random) {
  private static final String ODD = "AZgz.-_=,;@*/ \t%\"\\\u0000\u007f\u00e9";

  String traceparent() {
    String ids = hex(random.nextInt(20) == 0 ? 31 : 32) + '-' + hex(16) + '-' + hex(2);
    return spoiled(
        switch (random.nextInt(8)) {
          case 0 -> "cc-" + ids + "-more";
          case 1 -> hex(2) + '-' + ids;
          case 2 -> "00-" + "0".repeat(32) + ids.substring(ids.indexOf('-'));
          case 3 -> "00-" + ids + '-';
          case 4 -> " 00-" + ids + '\t';
          default -> "00-" + ids;
        });
  }

  String tracestate() {
    StringBuilder members = new StringBuilder();
    int count = random.nextInt(10) == 0 ? 32 + random.nextInt(2) : random.nextInt(6);
    for (int i = 0; i < count; i++) {
      members.append(i == 0 ? "" : random.nextInt(4) == 0 ? " , " : ",");
      members.append(i).append(random.nextInt(4) == 0 ? "@x" : "");
      int length = random.nextInt(30) == 0 ? 255 + random.nextInt(3) : 1 + random.nextInt(9);
      members.append('=').append(hex(length));
    }
    return spoiled(members.toString());
  }

  String baggage() {
    StringBuilder members = new StringBuilder();
    int count = random.nextInt(10) == 0 ? 200 : random.nextInt(4);
    for (int i = 0; i < count; i++) {
      members.append(i == 0 ? "" : ",").append('k').append(i).append('=');
      members.append(hex(random.nextInt(random.nextInt(20) == 0 ? 9000 : 60)));
      members.append(random.nextInt(3) == 0 ? "%20;p=1" : "");
    }
    return spoiled(spoiled(members.toString()));
  }

  /** Half of them with one character that is another one now. */
  private String spoiled(String value) {
    if (value.isEmpty() || random.nextBoolean()) {
      return value;
    }
    StringBuilder spoiled = new StringBuilder(value);
    spoiled.setCharAt(random.nextInt(value.length()), ODD.charAt(random.nextInt(ODD.length())));
    return spoiled.toString();
  }

  private String hex(int digits) {
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < digits; i++) {
      hex.append(Character.forDigit(random.nextInt(16), 16));
    }
    return hex.toString();
  }
}

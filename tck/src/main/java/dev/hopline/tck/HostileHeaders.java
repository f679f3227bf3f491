// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiConsumer;

/** Headers that tracing reads, in any condition, and some that it must not look at. */
record HostileHeaders(Random random, HostileText text) {
  private static final List<String> SECRET =
      List.of("Authorization", "Cookie", "Proxy-Authorization", "X-Api-Key", "Set-Cookie");

  private static final List<String> FORWARDED =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Real-IP");

  void forEach(BiConsumer<String, String> header) {
    for (int i = random.nextInt(3); i > 0; i--) {
      header.accept(cased("traceparent"), conditioned(traceparent()));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      header.accept(cased("tracestate"), conditioned(tracestate()));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      header.accept(cased("baggage"), conditioned(baggage()));
    }
    if (random.nextInt(3) == 0) {
      header.accept(FORWARDED.get(random.nextInt(FORWARDED.size())), conditioned(forwarded()));
    }
    if (random.nextInt(3) == 0) {
      header.accept("User-Agent", text.junk(200));
    }
    if (random.nextInt(4) == 0) {
      header.accept("X" + text.word(), conditioned(text.junk(300)));
    }
    header.accept(
        SECRET.get(random.nextInt(SECRET.size())), "a=" + HostileRequests.NEEDLE + text.word());
  }

  private String cased(String name) {
    return random.nextInt(4) == 0 ? name.toUpperCase(Locale.ROOT) : name;
  }

  /** Mostly as it is; else cut, folded, with junk, or with spaces. */
  private String conditioned(String value) {
    return switch (random.nextInt(20)) {
      case 0 -> value.substring(0, random.nextInt(value.length() + 1));
      case 1 -> text.folded(value);
      case 2 -> value + text.junk(20);
      case 3 -> text.junk(20) + value;
      case 4 -> " \t " + value + " \t ";
      case 5 -> value + "," + value;
      default -> value;
    };
  }

  private String traceparent() {
    RemoteParent parent = new RemoteParent(hex(32), hex(16));
    return switch (random.nextInt(8)) {
      case 0 -> parent.unsampled();
      case 1 -> parent.traceparent().toUpperCase(Locale.ROOT);
      case 2 -> "ff" + parent.traceparent().substring(2);
      case 3 -> "00-" + "0".repeat(32) + "-" + hex(16) + "-01";
      case 4 -> "cc" + parent.traceparent().substring(2) + "-" + text.junk(50);
      case 5 -> parent.traceparent().replace('-', '_');
      default -> parent.traceparent();
    };
  }

  private String hex(int digits) {
    StringBuilder hex = new StringBuilder();
    while (hex.length() < digits) {
      hex.append(Character.forDigit(random.nextInt(16), 16));
    }
    return hex.toString();
  }

  private String tracestate() {
    StringBuilder members = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      members.append(text.word()).append(random.nextInt(9) == 0 ? "@=," : "=");
      members.append(random.nextInt(9) == 0 ? text.junk(300) : text.word()).append(',');
    }
    return members.toString();
  }

  private String baggage() {
    StringBuilder members = new StringBuilder();
    for (int i = random.nextInt(8) == 0 ? 200 : random.nextInt(5); i >= 0; i--) {
      members.append(random.nextInt(5) == 0 ? text.junk(10) : text.word());
      members.append("=").append(HostileRequests.NEEDLE).append(text.word());
      members.append(random.nextInt(5) == 0 ? ";" + text.junk(10) : "").append(',');
    }
    return members.toString();
  }

  private String forwarded() {
    return switch (random.nextInt(4)) {
      case 0 -> "for=\"[2001:db8::1]:4711\";proto=https;host=" + text.word() + ".example";
      case 1 -> "for=" + text.junk(30) + ";by=" + text.junk(30) + ",for=10.0.0.1";
      case 2 -> "10.0.0." + random.nextInt(999) + ", " + text.junk(20) + ", ::1";
      default -> text.junk(100);
    };
  }
}

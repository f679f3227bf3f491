// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.nio.charset.CharsetEncoder;
import java.util.Locale;

/** The lines, marks, colors and units that a {@link SpanTree} is drawn with. */
enum TreeInk {
  UNICODE("├─ ,└─ ,├╌ ,└╌ ,│  ,   ", "●,⋯,✗,·,━,─,…,µs"),
  ASCII("|- ,`- ,|~ ,`~ ,|  ,   ", "*,^,!,-,=,.,..,us");

  static final String BOLD = "1";
  static final String DIM = "2";
  static final String RED = "31";
  static final String HOT = "1;33";

  /** Told apart on dark and on light ground; red stays the errors'. */
  private static final String[] SERVICES = {"36", "35", "34", "32", "33"};

  private final String[] branches;
  private final String[] marks;

  TreeInk(String branches, String marks) {
    this.branches = branches.split(",");
    this.marks = marks.split(",");
  }

  /** The branch to a node: dashed where the child outlives its parent. */
  String branch(boolean last, boolean dashed) {
    return branches[(dashed ? 2 : 0) + (last ? 1 : 0)];
  }

  /** What stands under the branch of an ancestor. */
  String trunk(boolean last) {
    return branches[last ? 5 : 4];
  }

  String trace() {
    return marks[0];
  }

  String orphan() {
    return marks[1];
  }

  String error() {
    return marks[2];
  }

  String separator() {
    return marks[3];
  }

  String running() {
    return marks[4];
  }

  String idle() {
    return marks[5];
  }

  String ellipsis() {
    return marks[6];
  }

  /** Whether every character of the drawing is known to the encoder of a charset. */
  boolean fits(CharsetEncoder encoder) {
    return encoder.canEncode(String.join("", branches) + String.join("", marks));
  }

  static String service(int index) {
    return SERVICES[index % SERVICES.length];
  }

  static String paint(String text, String color) {
    return text.isEmpty() ? text : "\u001b[" + color + "m" + text + "\u001b[0m";
  }

  /** Three digits and a unit, from {@code 1 ns} to hours. */
  String duration(long nanos) {
    if (nanos < 1_000) {
      return nanos + " ns";
    }
    String[] units = {marks[7], "ms", "s"};
    double value = nanos / 1e3;
    int unit = 0;
    while (unit < 2 && value >= 999.5) {
      value /= 1e3;
      unit++;
    }
    if (unit == 2 && value >= 119.5) {
      long minutes = Math.round(value / 60);
      return minutes < 120 ? minutes + " min" : Math.round(value / 3600) + " h";
    }
    int digits = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + digits + "f %s", value, units[unit]);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

/** The part of a page that the run writes; all around it is written by hand. */
public final class Section {
  static final String START = "<!-- Figures: written by the benchmarks module. -->";
  static final String END = "<!-- End of the figures. -->";

  private Section() {}

  /**
   * The page with other figures.
   *
   * @throws IllegalArgumentException if it has not one of each mark, in their order
   */
  public static String replace(String page, String figures) {
    int start = only(page, START) + START.length();
    int end = only(page, END);
    if (end < start) {
      throw new IllegalArgumentException("the page ends its figures before they start");
    }
    return page.substring(0, start) + "\n\n" + figures.strip() + "\n\n" + page.substring(end);
  }

  private static int only(String page, String mark) {
    int found = page.indexOf(mark);
    if (found < 0 || page.indexOf(mark, found + 1) >= 0) {
      throw new IllegalArgumentException("the page must have once: " + mark);
    }
    return found;
  }
}

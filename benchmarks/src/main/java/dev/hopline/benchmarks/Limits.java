// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.Set;

/**
 * What the design allows, and where a promise is not kept, what it was at last: that must not get
 * worse.
 */
record Limits(Properties properties) {
  /** Machine code differs a little from one JDK to the next. */
  private static final double SLACK = 1.02;

  /** A figure and what is to be said of it. */
  record Verdict(boolean broken, String text) {}

  static Limits read() {
    Properties properties = new Properties();
    try (InputStream file = Limits.class.getResourceAsStream("budgets.properties")) {
      properties.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Limits(properties);
  }

  double most(Budget budget) {
    return number(budget, 0);
  }

  Verdict judge(Budget budget, double figure) {
    double most = most(budget);
    // Half a byte: a figure is divided by the number of operations.
    if (figure <= most + (budget.reference() == null ? 0.5 : 0)) {
      return new Verdict(false, "kept");
    }
    if (parts(budget).length < 2) {
      return new Verdict(true, "broken");
    }
    double last = number(budget, 1);
    boolean worse = figure > last * SLACK;
    return new Verdict(worse, worse ? "worse than %.3f".formatted(last) : "missed, no worse");
  }

  /** The budgets that it has a line for. */
  Set<String> names() {
    return properties.stringPropertyNames();
  }

  private double number(Budget budget, int position) {
    return Double.parseDouble(parts(budget)[position]);
  }

  private String[] parts(Budget budget) {
    String value = properties.getProperty(budget.name());
    if (value == null) {
      throw new IllegalStateException("budgets.properties has no " + budget.name());
    }
    return value.trim().split("\\s+");
  }
}

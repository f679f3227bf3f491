// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A promise about what one contender adds to a base, by what another one adds.
 *
 * @param reference whose addition is 1; null if the addition itself is limited
 */
record Budget(
    String name, Measure measure, Cell subject, Cell base, @Nullable Reference reference) {
  /** Another contender and its own base. */
  record Reference(Cell cell, Cell base) {}

  /** What has to be measured for it. */
  List<Cell> cells() {
    return reference == null
        ? List.of(subject, base)
        : List.of(subject, base, reference.cell, reference.base);
  }

  /** The ratio, or the addition if there is no reference. */
  double figure(Results results) {
    double added = added(results, subject, base);
    return reference == null ? added : added / added(results, reference.cell, reference.base);
  }

  private double added(Results results, Cell cell, Cell without) {
    return results.of(measure, cell) - results.of(measure, without);
  }
}

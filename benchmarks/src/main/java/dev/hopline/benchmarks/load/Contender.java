// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.load;

import java.util.Locale;

/** Who traces the application. */
enum Contender {
  NONE,
  HOPLINE,
  OWN;

  /** Whose directory it is. */
  String directory() {
    return name().toLowerCase(Locale.ROOT);
  }
}

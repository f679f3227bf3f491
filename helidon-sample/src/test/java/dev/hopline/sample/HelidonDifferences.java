// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import java.util.Map;

/** What Helidon does otherwise, traced or not. */
final class HelidonDifferences {
  private static final String TIMEOUTS =
      "Helidon knows no timeouts of a response: to set one throws at once.";

  static final Map<String, String> ALL =
      Map.of(
          "Feature: traceresponse names the span, path=nothing, httpStatus=404",
          "Jersey leaves what it does not know to Helidon, which sends no header but its own.",
          "Later: later answer is one server span, response timed out",
          TIMEOUTS,
          "Later: later answer is one server span, timeout handled",
          TIMEOUTS,
          "Later: timeout is not over before it is due",
          TIMEOUTS);

  private HelidonDifferences() {}
}

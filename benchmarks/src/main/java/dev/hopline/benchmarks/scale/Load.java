// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * Traffic to replay.
 *
 * @param apart whether each service has an exporter of its own, as processes have, or all are one
 * @param requestsPerSecond from outside, on average
 * @param settings beside those that all loads have
 */
record Load(boolean apart, double requestsPerSecond, int seconds, TreeMap<String, String> settings)
    implements Serializable {

  /** Of the random numbers: the same load is the same requests. */
  static final long SEED = 7;

  static Load of(
      boolean apart, double requestsPerSecond, int seconds, Map<String, String> settings) {
    return new Load(apart, requestsPerSecond, seconds, new TreeMap<>(settings));
  }
}

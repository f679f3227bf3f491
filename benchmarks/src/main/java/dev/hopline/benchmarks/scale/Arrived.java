// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

/**
 * What the receiver has got of one load.
 *
 * @param exports requests of exporters
 * @param bytes of their bodies, not compressed
 */
record Arrived(Traces traces, Spans spans, long exports, long bytes) {
  /**
   * Traces.
   *
   * @param roots spans without a parent
   * @param orphans spans whose parent has not arrived
   * @param failed traces with an error
   */
  record Traces(long count, long roots, long orphans, long failed) {}

  /**
   * Spans.
   *
   * @param distinct how many have an id of their own
   */
  record Spans(long count, long distinct) {}
}

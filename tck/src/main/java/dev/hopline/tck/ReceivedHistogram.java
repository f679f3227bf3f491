// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.util.List;
import java.util.Map;

/**
 * One series of a histogram as it came over the wire: how often something was measured with these
 * attributes since the SDK started, and what. Immutable.
 *
 * <p>Values of attributes are as those of a {@link ReceivedSpan}.
 *
 * @param name the metric's name
 * @param unit the metric's unit, in UCUM
 * @param timeNanos when it was collected, nanoseconds since the epoch
 * @param count how many values there are
 * @param sum the values together, in the unit
 * @param bounds the upper bounds of all buckets but the last, which has none
 * @param bucketCounts how many values are in each bucket
 * @param scope name of the instrumentation scope
 */
public record ReceivedHistogram(
    String name,
    String unit,
    long timeNanos,
    Map<String, Object> attributes,
    long count,
    double sum,
    List<Double> bounds,
    List<Long> bucketCounts,
    String scope) {}

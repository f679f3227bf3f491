// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

import java.io.Serializable;

/**
 * What a process made of a load.
 *
 * @param requests from outside
 * @param traces of them that are sampled
 * @param spans that ended and are sampled
 * @param replayNanos until the last span had ended
 * @param nanos until all was closed
 * @param cpuNanos of the whole process, meanwhile
 */
record Sent(long requests, long traces, long spans, long replayNanos, long nanos, long cpuNanos)
    implements Serializable {}

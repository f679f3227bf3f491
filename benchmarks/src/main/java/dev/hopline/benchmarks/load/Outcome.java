// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.load;

/**
 * What came of one process.
 *
 * @param load what was measured from outside
 * @param cpuMicros of the process for each request, meanwhile
 * @param residentMegabytes after the load; 0 where the system does not say
 * @param requests all since its start
 * @param spans received of these
 */
record Outcome(Wrk load, double cpuMicros, double residentMegabytes, long requests, long spans) {}

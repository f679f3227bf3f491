// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

/**
 * A method with a span.
 *
 * @param name the span's
 * @param function class and method
 */
record Method(String name, String function) implements Work {}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

import java.util.stream.IntStream;

/**
 * What a service throws; its stack is as deep as that of a server, and so is what is sent of it.
 */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private static final int FRAMES = 60;

  Failure(String service) {
    super("no answer of " + service);
    setStackTrace(
        IntStream.range(0, FRAMES)
            .mapToObj(
                i ->
                    new StackTraceElement(
                        "dev.hopline.sample.layer" + i % 7 + ".Handler" + i,
                        "handle" + i % 5,
                        "Handler" + i + ".java",
                        40 + 7 * i))
            .toArray(StackTraceElement[]::new));
  }
}

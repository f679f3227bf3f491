// SPDX-License-Identifier: Apache-2.0
package dev.hopline.demo;

/**
 * What the demo was asked for.
 *
 * @param keep whether to go on until Ctrl-C
 * @param firstPort the port of the gate; the other services have those after it
 */
record Arguments(boolean keep, int firstPort) {
  static Arguments parse(String... args) {
    Arguments parsed = new Arguments(false, 18081);
    for (String arg : args) {
      if (arg.equals("--keep")) {
        parsed = new Arguments(true, parsed.firstPort);
      } else if (arg.matches("--port=\\d{4,5}")) {
        parsed = new Arguments(parsed.keep, Integer.parseInt(arg.substring("--port=".length())));
      } else {
        throw new DemoFailure("%s is not understood: see ./demo --help".formatted(arg));
      }
    }
    return parsed;
  }
}

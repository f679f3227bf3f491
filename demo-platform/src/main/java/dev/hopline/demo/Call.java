// SPDX-License-Identifier: Apache-2.0
package dev.hopline.demo;

import java.util.List;

/**
 * A request of the demo.
 *
 * @param title what it is to show
 * @param path what to get from the gate
 * @param httpStatus the status that the gate is to answer with
 * @param hops the services that it passes, each as often as it does
 */
record Call(String title, String path, int httpStatus, List<String> hops) {
  private static final List<String> ALL =
      List.of("gate", "identity", "llm-gateway", "meter", "prompts", "meter");

  static final List<Call> THE_DEMO =
      List.of(
          new Call("A good request", "/chat/ada-1", 200, ALL),
          new Call(
              "A request that fails in prompts",
              "/chat/ada-1?fail=prompts",
              502,
              List.of("gate", "identity", "llm-gateway", "meter", "prompts")),
          new Call("A request with a slow meter", "/chat/ada-1?slow=meter", 200, ALL));
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

import java.util.List;
import java.util.stream.Stream;

/**
 * A request to a service of the demo and all that is done for it, which is what Hopline makes spans
 * of: a SERVER span, a CLIENT span at its caller, and those within.
 *
 * @param service who serves it
 * @param template path from the server's root, with the variables of {@link Message}
 * @param query with these, too; empty if there is none
 */
record Call(String service, String method, String template, String query, List<Work> within)
    implements Work {

  /** The next answer of a conversation: it crosses all five services. */
  static final Call CHAT =
      new Call(
          "gate",
          "GET",
          "/chat/{conversation}",
          "",
          List.of(
              new Call(
                  "identity",
                  "GET",
                  "/users/{id}",
                  "",
                  List.of(
                      new Call(
                          "llm-gateway",
                          "POST",
                          "/completions",
                          "tenant={tenant}",
                          List.of(
                              new Method("count tokens", "dev.hopline.sample.Model.tokens"),
                              book(),
                              prompt(),
                              new Method("generate", "dev.hopline.sample.Model.answer")))))));

  /** The cost of a conversation so far: it crosses two. */
  static final Call COST =
      new Call(
          "gate",
          "GET",
          "/chat/{conversation}/cost",
          "",
          List.of(new Call("meter", "GET", "/usage/{tenant}", "", List.of())));

  /** Who has a part in it. */
  Stream<String> services() {
    Stream<Call> calls = within.stream().filter(Call.class::isInstance).map(Call.class::cast);
    return Stream.concat(Stream.of(service), calls.flatMap(Call::services)).distinct();
  }

  private static Call book() {
    return new Call("meter", "POST", "/usage/{tenant}", "tokens={tokens}", List.of());
  }

  private static Call prompt() {
    return new Call(
        "prompts",
        "GET",
        "/prompts/{name}",
        "tenant={tenant}",
        List.of(
            new Method("PromptLibrary.find", "dev.hopline.sample.PromptLibrary.find"),
            new Call("meter", "GET", "/usage/{tenant}/budget", "", List.of())));
  }
}

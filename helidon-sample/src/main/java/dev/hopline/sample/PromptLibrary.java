// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.Traced;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** The prompts, by name. */
@Traced
@ApplicationScoped
public class PromptLibrary {
  private static final Map<String, String> PROMPTS =
      Map.of("latency", "You asked \"{question}\" with {budget} tokens left: look at the trace.");

  public Optional<String> find(String name) {
    return Optional.ofNullable(PROMPTS.get(name));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.Traced;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.StringTokenizer;

/** A very small language model. */
@ApplicationScoped
public class Model {
  @WithSpan("count tokens")
  public int tokens(@SpanAttribute("question") String question) {
    return new StringTokenizer(question).countTokens();
  }

  @Traced(operationName = "generate")
  public String answer(String prompt, String question) {
    return prompt.replace("{question}", question);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.StringTokenizer;

/** A very small language model. */
@ApplicationScoped
public class Model {
  @Inject Tracer tracer;

  @WithSpan("count tokens")
  public int tokens(@SpanAttribute("question") String question) {
    return new StringTokenizer(question).countTokens();
  }

  /** Makes its span by hand, as code does that wants more than an annotation says. */
  public String answer(String prompt, String question) {
    Span span = tracer.spanBuilder("generate").startSpan();
    try {
      String answer = prompt.replace("{question}", question);
      span.setAttribute("answer.length", answer.length());
      return answer;
    } finally {
      span.end();
    }
  }
}

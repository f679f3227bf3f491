// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.coexistence;

import dev.hopline.Traced;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.context.ApplicationScoped;

/** Methods with spans. */
@ApplicationScoped
public class Work {
  /** The span that is current. */
  @Traced(operationName = "traced")
  public String traced() {
    return Span.current().getSpanContext().getSpanId();
  }

  /** The extension's own annotation. */
  @WithSpan("annotated")
  public void annotated() {
    // The span is all there is to it.
  }
}

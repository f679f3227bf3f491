// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import dev.hopline.Traced;
import io.opentelemetry.instrumentation.annotations.AddingSpanAttributes;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** A bean whose parameters are attributes or not. */
@ApplicationScoped
public class TckAttributes {
  /** Names. */
  @WithSpan
  public void named(@SpanAttribute("color") String paint, @SpanAttribute("shop.count") int count) {}

  /** The name that was compiled in. */
  @Traced
  public void unnamed(@SpanAttribute String paint) {}

  /** One that is to be seen, and one that is not. */
  @WithSpan
  public void secret(@SpanAttribute String paint, String password) {}

  /** Anything. */
  @Traced
  public String any(@SpanAttribute("value") @Nullable Object value) {
    return "done";
  }

  /** To whichever span is current. */
  @AddingSpanAttributes
  public String adding(@SpanAttribute("added") String value, String other) {
    return "done";
  }

  /** The same, where there would be a span of its own. */
  @Traced(false)
  @AddingSpanAttributes
  public void addingAndOptedOut(@SpanAttribute("added") String value) {}

  /** None at all. */
  @Traced(false)
  public void optedOut(@SpanAttribute("added") String value) {}

  /** Both annotations: to its own span. */
  @WithSpan
  @AddingSpanAttributes
  public void addingToItsOwn(@SpanAttribute("added") String value) {}
}

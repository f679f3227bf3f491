// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import dev.hopline.Tracing;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;

/**
 * Tells which span is current in a place where code of the application runs: it makes a child of
 * it, by the name of the place.
 *
 * <p>It does so for requests that ask for it with baggage, which is in the same context as the
 * span: where that is not current there is nothing to be seen of the place either.
 */
final class TckProbe {
  /** The header that asks for it. */
  static final String HEADER = "baggage";

  /** The value of the header. */
  static final String ASKS = "tck.probe=true";

  private static final String KEY = "tck.probe";

  private TckProbe() {}

  /** Names the place, as in "mapper". */
  static void in(String place) {
    start(place).end();
  }

  /** The same for a place that lasts until the caller ends what it gets. */
  static Span start(String place) {
    Tracing tracing = Tracing.current();
    return tracing != null && Baggage.current().getEntryValue(KEY) != null
        ? tracing.tracer().spanBuilder(name(place)).startSpan()
        : Span.getInvalid();
  }

  /** The name of a place's span. */
  static String name(String place) {
    return "in " + place;
  }
}

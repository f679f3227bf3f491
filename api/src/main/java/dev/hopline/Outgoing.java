// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;

/**
 * Sends a context along with a call, but to nobody who is not to have it, and over no header that
 * the application has set: if that is one of the trace's, none of the trace's is set.
 */
final class Outgoing {
  private static final String BAGGAGE = "baggage";

  private final TextMapPropagator propagator;
  private final String[] fields;
  private final HostGlobs receivers;

  Outgoing(TextMapPropagator propagator, HostGlobs receivers) {
    this.propagator = propagator;
    this.fields = propagator.fields().toArray(String[]::new);
    this.receivers = receivers;
  }

  <R> void inject(Context context, R request, HttpClientRequest<R> writer, String host) {
    if (!receivers.matches(host)) {
      return;
    }
    boolean trace = false;
    boolean baggage = false;
    for (String field : fields) {
      if (writer.header(request, field) != null) {
        baggage |= field.equals(BAGGAGE);
        trace |= !field.equals(BAGGAGE);
      }
    }
    propagator.inject(context, request, trace || baggage ? kept(writer, trace, baggage) : writer);
  }

  private static <R> TextMapSetter<R> kept(
      HttpClientRequest<R> writer, boolean trace, boolean baggage) {
    return (request, key, value) -> {
      if (!(key.equals(BAGGAGE) ? baggage : trace)) {
        writer.set(request, key, value);
      }
    };
  }
}

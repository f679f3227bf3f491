// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import brave.Tracing;
import brave.handler.MutableSpan;
import brave.handler.SpanHandler;
import brave.http.HttpTracing;
import brave.jakarta.jersey.server.TracingApplicationEventListener;
import brave.propagation.TraceContext;
import java.util.Set;

/** Brave's listener for Jersey. */
final class BraveInstrument implements Instrument {
  private final Tracing tracing =
      Tracing.newBuilder().supportsJoin(false).addSpanHandler(new Ends()).build();

  @Override
  public Set<Object> providers() {
    return Set.of(TracingApplicationEventListener.create(HttpTracing.create(tracing)));
  }

  @Override
  public void close() {
    tracing.close();
  }

  /** Does with spans what {@link Sink} does. */
  private static final class Ends extends SpanHandler {
    @Override
    public boolean end(TraceContext context, MutableSpan span, Cause cause) {
      if (Sink.INSTANCE.isWatched()) {
        Sink.INSTANCE.add(
            new Evidence(
                String.valueOf(span.kind()), span.traceId(), span.parentId(), span.tags()));
      }
      return true;
    }
  }
}

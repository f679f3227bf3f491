// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Sets {@value #ATTRIBUTE} on a SERVER span that is started on a thread which already has a current
 * context: some request before it left its context there. The SDK finds it by its service file, in
 * a packaged application as well, so that a contract sees the threads of another process.
 */
public final class StaleContextMarker
    implements AutoConfigurationCustomizerProvider, SpanProcessor {
  /** Boolean; present only if true. */
  public static final String ATTRIBUTE = "tck.stale_context";

  @Override
  public void customize(AutoConfigurationCustomizer settings) {
    settings.addTracerProviderCustomizer((builder, config) -> builder.addSpanProcessor(this));
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    // The parent comes from the request's headers; what counts is what the thread carries.
    if (span.getKind() == SpanKind.SERVER && Context.current() != Context.root()) {
      span.setAttribute(ATTRIBUTE, true);
    }
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {}

  @Override
  public boolean isEndRequired() {
    return false;
  }
}

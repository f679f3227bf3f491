// SPDX-License-Identifier: Apache-2.0
package dev.hopline.logging;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Gives the records of JBoss LogManager their spans for as long as tracing is on. Found by the SDK
 * itself; nothing to call.
 */
public final class RecordSpans implements AutoConfigurationCustomizerProvider {
  /** For the SDK. */
  public RecordSpans() {}

  @Override
  public void customize(AutoConfigurationCustomizer sdk) {
    sdk.addTracerProviderCustomizer(
        (provider, ignored) -> {
          SpanHandler handler = open();
          return handler == null ? provider : provider.addSpanProcessor(new Closing(handler));
        });
  }

  private static @Nullable SpanHandler open() {
    try {
      return SpanHandler.open();
    } catch (LinkageError otherLogManager) {
      return null; // Most applications have no class of JBoss LogManager.
    }
  }

  /** The one way to learn of the end of an SDK. It sees no span. */
  private record Closing(SpanHandler handler) implements SpanProcessor {
    @Override
    public CompletableResultCode shutdown() {
      handler.close();
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public boolean isStartRequired() {
      return false;
    }

    @Override
    public boolean isEndRequired() {
      return false;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
      // Not asked for.
    }

    @Override
    public void onEnd(ReadableSpan span) {
      // Not asked for.
    }
  }
}

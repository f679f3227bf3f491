// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where spans end, the same in each SDK that is measured: nowhere, but while somebody looks whether
 * they are what they should be.
 */
enum Sink implements SpanProcessor {
  INSTANCE;

  private volatile @Nullable List<Evidence> watched;

  /** What the action leaves behind. */
  List<Evidence> watch(Runnable action) {
    List<Evidence> seen = new ArrayList<>();
    watched = seen;
    try {
      action.run();
    } finally {
      watched = null;
    }
    return seen;
  }

  /** One more span has ended, of whatever library. */
  void add(Evidence span) {
    List<Evidence> seen = watched;
    if (seen != null) {
      seen.add(span);
    }
  }

  boolean isWatched() {
    return watched != null;
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {}

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    if (isWatched()) {
      add(Evidence.of(span.toSpanData()));
    }
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }

  /** Found by autoconfiguration. */
  public static final class Customizer implements AutoConfigurationCustomizerProvider {
    @Override
    public void customize(AutoConfigurationCustomizer sdk) {
      sdk.addTracerProviderCustomizer((provider, config) -> provider.addSpanProcessor(INSTANCE));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import dev.hopline.Tracing;
import io.opentelemetry.api.OpenTelemetry;

/** Hopline as its users start it; all else the runtime finds by itself. */
final class HoplineInstrument implements Instrument {
  private final Tracing tracing;

  HoplineInstrument(Mode mode) {
    tracing = Tracing.builder().properties(mode.settings()).start();
  }

  @Override
  public OpenTelemetry openTelemetry() {
    return tracing.openTelemetry();
  }

  @Override
  public void close() {
    tracing.close();
  }
}

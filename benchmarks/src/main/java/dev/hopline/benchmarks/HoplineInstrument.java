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

  /** A tree that nobody has asked for costs nothing: its classes are not even loaded. */
  @Override
  public void close() {
    tracing.close();
    Evidence.require(!LoadedClasses.contain("dev.hopline.TreeProcessor"), "the tree is loaded");
    Evidence.require(LoadedClasses.contain("dev.hopline.HttpServerTracing"), "loaded classes");
  }
}

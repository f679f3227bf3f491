// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.List;
import java.util.Map;

/** Who is measured. Each runs on a class path on which the others are not. */
public enum Contender {
  /** No tracing. */
  NONE,
  /** A listener, or filters, in which nothing is done. */
  EMPTY,
  /** Straight OpenTelemetry code around the same handler. */
  LIMIT,
  HOPLINE,
  SMALLRYE,
  BRAVE,
  /** Helidon's own, on Helidon. */
  HELIDON;

  Instrument start(Mode mode, Stack stack) {
    boolean server = stack.isServer();
    return switch (this) {
      case NONE -> new Instrument() {};
      case EMPTY -> new EmptyHook(stack);
      case LIMIT ->
          server
              ? new LimitServer(sdk(mode), mode == Mode.METRICS)
              : new LimitClient(sdk(mode), mode == Mode.METRICS);
      case HOPLINE -> new HoplineInstrument(mode);
      case SMALLRYE -> new SmallRyeInstrument(sdk(mode), server);
      case BRAVE -> new BraveInstrument();
      case HELIDON -> new HelidonInstrument(sdk(mode));
    };
  }

  boolean traces() {
    return this != NONE && this != EMPTY;
  }

  /** What is on its class path alone. */
  List<ClassPath.Part> parts() {
    return switch (this) {
      case NONE, EMPTY, LIMIT -> List.of();
      case HOPLINE -> List.of(ClassPath.Part.HOPLINE);
      case SMALLRYE -> List.of(ClassPath.Part.SMALLRYE);
      case BRAVE -> List.of(ClassPath.Part.BRAVE);
      case HELIDON -> List.of(ClassPath.Part.HELIDON_TRACING);
    };
  }

  /** The headers by which the caller's trace comes in. */
  Map<String, String> trace(Mode mode) {
    return this == BRAVE ? mode.b3() : Map.of("traceparent", mode.traceparent());
  }

  /** As the contenders' users build it, from the same settings. */
  static OpenTelemetry sdk(Mode mode) {
    return AutoConfiguredOpenTelemetrySdk.builder()
        .addPropertiesSupplier(mode::settings)
        .disableShutdownHook()
        .build()
        .getOpenTelemetrySdk();
  }
}

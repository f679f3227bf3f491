// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import io.opentelemetry.api.OpenTelemetry;
import java.util.Set;

/** Tracing that has been started, as one of the contenders does it. */
interface Instrument extends AutoCloseable {
  /** What an application registers for it; nothing if it is found by itself. */
  default Set<Object> providers() {
    return Set.of();
  }

  /** Code around the handler, in place of something within it. */
  default Exchange around(Exchange exchange) {
    return exchange;
  }

  /** What a resource method makes spans of its own with. */
  default OpenTelemetry openTelemetry() {
    return OpenTelemetry.noop();
  }

  @Override
  default void close() {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import dev.hopline.Tracing;
import org.jspecify.annotations.Nullable;

/**
 * Where a filter finds the tracing, asked at each request: runtimes make filters before the
 * application's configuration is there, Quarkus even before the process that serves.
 */
@FunctionalInterface
public interface TracingSource {
  /** The tracing to use now; null when there is none or it is closed. */
  @Nullable Tracing get();

  /** The tracing to use now if it records anything, else null. */
  default @Nullable Tracing enabled() {
    Tracing tracing = get();
    return tracing != null && tracing.enabled() ? tracing : null;
  }

  /** Always the same. */
  static TracingSource of(Tracing tracing) {
    return () -> tracing;
  }
}

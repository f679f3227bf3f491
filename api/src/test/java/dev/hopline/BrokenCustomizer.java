// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;

/** A user's customizer that throws when a test asks for it, whatever the settings are. */
public final class BrokenCustomizer implements AutoConfigurationCustomizerProvider {
  static final String KEY = "broken.customizer";

  @Override
  public void customize(AutoConfigurationCustomizer customizer) {
    switch (System.getProperty(KEY, "")) {
      case "exception" -> throw new IllegalStateException("broken\ncustomizer");
      case "linkage" -> throw new NoSuchMethodError("io.opentelemetry.Missing.method()");
      default -> {}
    }
  }
}

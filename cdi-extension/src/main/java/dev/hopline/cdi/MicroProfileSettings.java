// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** MicroProfile Config, with its own ordinals, profiles and expressions. */
final class MicroProfileSettings implements SettingsSource {
  private static final Logger LOGGER = Logger.getLogger("dev.hopline");

  private final Config config = ConfigProvider.getConfig();

  @Override
  public Iterable<String> names() {
    return config.getPropertyNames();
  }

  @Override
  public @Nullable String value(String key) {
    try {
      return config.getOptionalValue(key, String.class).orElse(null);
    } catch (RuntimeException e) {
      // An expression with an unknown name, or a source that fails: one value less, not no service.
      LOGGER.log(Level.WARNING, "{0} is ignored, it cannot be read: {1}", new Object[] {key, e});
      return null;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import org.jspecify.annotations.Nullable;

/** Where {@link Settings} come from. */
interface SettingsSource {
  Iterable<String> names();

  /** The value that counts for a dotted key; null if there is none. */
  @Nullable String value(String key);

  static SettingsSource ofApplication() {
    try {
      return new MicroProfileSettings();
    } catch (NoClassDefFoundError | IllegalStateException absent) {
      // The API is not there, or the API alone is.
      return new SystemSettings();
    }
  }
}

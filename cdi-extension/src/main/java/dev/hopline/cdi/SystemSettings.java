// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** System properties, then environment variables: OpenTelemetry's own order. */
final class SystemSettings implements SettingsSource {
  @Override
  public Set<String> names() {
    Set<String> names = new HashSet<>(System.getProperties().stringPropertyNames());
    names.addAll(System.getenv().keySet());
    return names;
  }

  @Override
  public @Nullable String value(String key) {
    String property = System.getProperty(key);
    return property != null ? property : System.getenv(environmentName(key));
  }

  private static String environmentName(String key) {
    return key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }
}

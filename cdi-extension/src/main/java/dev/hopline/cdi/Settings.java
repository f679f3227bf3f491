// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The {@code otel.*} and {@code hopline.*} values of the application, each resolved by its source's
 * own precedence.
 */
final class Settings {
  private static final Logger LOGGER = Logger.getLogger("dev.hopline");
  private static final String DISABLED = "otel.sdk.disabled";
  private static final String SERVICE_NAME = "otel.service.name";

  private final Map<String, String> values = new HashMap<>();

  private Settings() {}

  /** Reads MicroProfile Config; without it, system properties and then the environment. */
  static Settings read() {
    SettingsSource source = SettingsSource.ofApplication();
    Settings settings = new Settings();
    for (String key : keys(source)) {
      settings.put(key, source.value(key));
    }
    settings.nameService(source.value("quarkus.application.name"));
    return settings;
  }

  /** A source need not list its names, so the known ones are asked for in any case. */
  private static Set<String> keys(SettingsSource source) {
    Set<String> keys = new TreeSet<>(KnownKeys.ALL);
    for (String name : source.names()) {
      String key = name.matches("[A-Z0-9_]+") ? environmentKey(name) : name;
      if (key.startsWith("otel.") || key.startsWith("hopline.")) {
        keys.add(key);
      }
    }
    return keys;
  }

  private static String environmentKey(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '.');
  }

  private void put(String key, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      values.put(key, value);
    }
  }

  /** The runtime's name of the application, where nothing names the service. */
  private void nameService(@Nullable String application) {
    boolean named =
        values.containsKey(SERVICE_NAME)
            || values.getOrDefault("otel.resource.attributes", "").contains("service.name=");
    if (!named) {
      put(SERVICE_NAME, application);
    }
  }

  /**
   * Whether tracing is switched on: MicroProfile Telemetry has it off unless {@code
   * otel.sdk.disabled} is {@code false}. Says so if nobody decided.
   */
  boolean enabled() {
    String disabled = values.get(DISABLED);
    if (disabled == null) {
      LOGGER.info("Hopline tracing is off; set otel.sdk.disabled=false to turn it on");
      return false;
    }
    boolean enabled = disabled.strip().equalsIgnoreCase("false");
    if (!enabled && !disabled.strip().equalsIgnoreCase("true")) {
      LOGGER.log(
          Level.WARNING,
          "Hopline tracing is off: otel.sdk.disabled={0} is neither true nor false",
          disabled);
    }
    return enabled;
  }

  Map<String, String> asMap() {
    return Map.copyOf(values);
  }
}

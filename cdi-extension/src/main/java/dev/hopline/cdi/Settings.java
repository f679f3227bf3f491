// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code otel.*} and {@code hopline.*} values of the application, each resolved by its source's
 * own precedence.
 */
final class Settings {
  private static final Logger LOGGER = Logger.getLogger("dev.hopline");
  private static final Pattern ENVIRONMENT_NAME = Pattern.compile("[A-Z0-9_]+");
  private static final String DISABLED = "otel.sdk.disabled";
  private static final String SERVICE_NAME = "otel.service.name";

  private final Map<String, String> values = new HashMap<>();

  private Settings() {}

  /** Reads MicroProfile Config; without it, system properties and then the environment. */
  static Settings read() {
    SettingsSource source = SettingsSource.ofApplication();
    Settings settings = new Settings();
    // A source need not list its names, so the usual keys are asked for in any case.
    KnownKeys.ALL.forEach(key -> settings.put(key, source.value(key)));
    keys(source).forEach(key -> settings.put(key, source.value(key)));
    // What only the SDK would find was emptied, or left out, by the configuration. An empty value
    // keeps the SDK from it.
    keys(new SystemSettings()).forEach(key -> settings.values.putIfAbsent(dotted(key), ""));
    settings.values.putIfAbsent(dotted(PlatformPaths.KEY), PlatformPaths.of(source));
    settings.nameService(source.value("quarkus.application.name"));
    return settings;
  }

  /** Sorted, so that of two spellings of one key the dotted comes last and counts. */
  private static Set<String> keys(SettingsSource source) {
    Set<String> keys = new TreeSet<>();
    for (String name : source.names()) {
      String key = ENVIRONMENT_NAME.matcher(name).matches() ? environmentKey(name) : name;
      if (key.startsWith("otel.") || key.startsWith("hopline.")) {
        keys.add(key);
      }
    }
    return keys;
  }

  private static String environmentKey(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '.');
  }

  /** The SDK's one spelling, to which it brings every key. */
  private static String dotted(String key) {
    return key.replace('-', '.');
  }

  private void put(String key, @Nullable String value) {
    if (value != null) {
      values.put(dotted(key), value);
    }
  }

  /** The runtime's name of the application, where nothing names the service. */
  private void nameService(@Nullable String application) {
    boolean named =
        !values.getOrDefault(SERVICE_NAME, "").isBlank()
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
    String disabled = values.getOrDefault(DISABLED, "").strip();
    if (disabled.isEmpty()) {
      LOGGER.info("Hopline tracing is off; set otel.sdk.disabled=false to turn it on");
      return false;
    }
    boolean enabled = disabled.equalsIgnoreCase("false");
    if (!enabled && !disabled.equalsIgnoreCase("true")) {
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

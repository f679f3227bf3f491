// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The {@code otel.*} and {@code hopline.*} settings as they are in force: the builder's first, then
 * system properties, then the environment. An empty value counts as unset wherever it stands.
 */
final class Settings {
  static final String DISABLED = "otel.sdk.disabled";
  static final String SERVICE_NAME = "otel.service.name";
  static final String ENDPOINT = "otel.exporter.otlp.endpoint";
  static final String TRACES_ENDPOINT = "otel.exporter.otlp.traces.endpoint";
  static final String TRACES_EXPORTER = "otel.traces.exporter";
  static final String METRICS_EXPORTER = "otel.metrics.exporter";
  static final String LOGS_EXPORTER = "otel.logs.exporter";
  static final String PROPAGATORS = "otel.propagators";
  static final String VALUE_LENGTH = "otel.attribute.value.length.limit";
  static final String JVM_METRICS = "otel.instrumentation.runtime-telemetry.enabled";
  static final String LOG_BRIDGE = "otel.instrumentation.java-util-logging.enabled";
  static final String SAMPLER = "otel.traces.sampler";

  private final Map<String, String> values;
  private final Set<String> unset;

  private Settings(Map<String, String> values, Set<String> unset) {
    this.values = values;
    this.unset = unset;
  }

  /** The builder's settings over the process's. */
  static Settings of(Map<String, String> ours) {
    Map<String, String> raw = new HashMap<>();
    System.getenv().forEach((name, value) -> put(raw, name.replace('_', '.'), value));
    Set<String> names = System.getProperties().stringPropertyNames();
    names.forEach(name -> put(raw, name, System.getProperty(name, "")));
    ours.forEach((name, value) -> put(raw, name, value));
    Map<String, String> values = new TreeMap<>();
    Set<String> unset = new LinkedHashSet<>();
    raw.forEach(
        (key, value) -> {
          if (value.isEmpty()) {
            unset.add(key);
          } else {
            // The SDK refuses a name that stands twice in a list.
            boolean list = KnownNames.isList(key);
            values.put(key, list ? String.join(",", split(value)) : value);
          }
        });
    return new Settings(values, unset);
  }

  /** The SDK's own rule for keys, so that both see the same settings. */
  private static void put(Map<String, String> raw, String name, String value) {
    String key = normal(name);
    if (key.startsWith("otel.") || key.startsWith("hopline.")) {
      raw.put(key, value.trim());
    }
  }

  /** The one spelling that keys of the environment and of files have in common. */
  static String normal(String name) {
    return name.toLowerCase(Locale.ROOT).replace('-', '.');
  }

  @Nullable String get(String key) {
    return values.get(normal(key));
  }

  boolean isTrue(String key) {
    return Boolean.parseBoolean(get(key));
  }

  boolean isFalse(String key) {
    return "false".equalsIgnoreCase(get(key));
  }

  /** The elements of a comma-separated value, in order and once each. */
  Set<String> names(String key) {
    return split(values.getOrDefault(normal(key), ""));
  }

  private static Set<String> split(String value) {
    Set<String> names = new LinkedHashSet<>(List.of(value.trim().split("\\s*,\\s*")));
    names.remove("");
    return names;
  }

  /** All that is set, by key. */
  Map<String, String> values() {
    return Collections.unmodifiableMap(values);
  }

  Settings with(String key, String value) {
    Map<String, String> changed = new TreeMap<>(values);
    changed.put(key, value);
    return new Settings(changed, unset);
  }

  /** As if nobody had set the key. */
  Settings without(String key) {
    Map<String, String> kept = new TreeMap<>(values);
    kept.remove(key);
    Set<String> more = new LinkedHashSet<>(unset);
    more.add(key);
    return new Settings(kept, more);
  }

  /**
   * What to put over the SDK's own reading of system properties and environment. A null value is
   * the one way to take a key from the SDK, for an empty string is a value to it.
   */
  Map<String, String> overrides() {
    Map<String, String> overrides = new HashMap<>(values);
    unset.forEach(key -> overrides.putIfAbsent(key, null));
    return overrides;
  }
}

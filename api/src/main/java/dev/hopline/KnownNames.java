// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The names that a setting takes, to say in a warning. The SDK decides what it knows; this is for
 * the person who reads.
 */
final class KnownNames {
  private static final Map<String, List<String>> BY_KEY =
      Map.of(
          Settings.TRACES_EXPORTER,
          List.of("otlp", "tree", "console", "logging", "logging-otlp", "zipkin", "none"),
          Settings.METRICS_EXPORTER,
          List.of("otlp", "console", "logging", "logging-otlp", "prometheus", "none"),
          Settings.LOGS_EXPORTER,
          List.of("otlp", "console", "logging", "logging-otlp", "none"),
          Settings.PROPAGATORS,
          List.of("tracecontext", "baggage", "b3", "b3multi", "jaeger", "ottrace", "xray", "none"),
          Settings.SAMPLER,
          List.of(
              "always_on",
              "always_off",
              "traceidratio",
              "parentbased_always_on",
              "parentbased_always_off",
              "parentbased_traceidratio"));

  /** Names whose artifact the SDK does not tell. */
  private static final Map<String, String> PROPAGATOR_ARTIFACTS =
      Map.of(
          "b3", "opentelemetry-extension-trace-propagators",
          "b3multi", "opentelemetry-extension-trace-propagators",
          "jaeger", "opentelemetry-extension-trace-propagators",
          "ottrace", "opentelemetry-extension-trace-propagators");

  private KnownNames() {}

  static boolean isKey(String key) {
    return BY_KEY.containsKey(key);
  }

  /** Whether the setting takes several names, by commas. */
  static boolean isList(String key) {
    return isKey(key) && !key.equals(Settings.SAMPLER);
  }

  /** The artifact that brings a propagator, or null. */
  static @Nullable String propagatorArtifact(String name) {
    return PROPAGATOR_ARTIFACTS.get(name);
  }

  static Set<String> of(String key) {
    Set<String> names = new TreeSet<>(BY_KEY.getOrDefault(key, List.of()));
    if (key.equals(Settings.TRACES_EXPORTER)) {
      names.addAll(presentSpanExporters());
    }
    return names;
  }

  private static Set<String> presentSpanExporters() {
    Set<String> names = new TreeSet<>();
    try {
      ServiceLoader.load(ConfigurableSpanExporterProvider.class, OwnServices.loader())
          .forEach(provider -> names.add(provider.getName()));
    } catch (ServiceConfigurationError | RuntimeException e) {
      return names; // A broken provider is the SDK's to report.
    }
    return names;
  }

  /** The known name that is two slips of the keyboard away at most, or null. */
  static @Nullable String closest(String key, String name) {
    return closest(of(key), name);
  }

  static @Nullable String closest(Collection<String> names, String name) {
    String best = null;
    int least = Math.min(3, name.length());
    for (String known : names) {
      int distance = distance(known, name);
      if (distance < least) {
        least = distance;
        best = known;
      }
    }
    return best;
  }

  /** Levenshtein's, where two letters that changed places cost one. */
  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    Arrays.setAll(last, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(last[j - 1] + same, 1 + Math.min(last[j], row[j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[b.length()];
  }
}

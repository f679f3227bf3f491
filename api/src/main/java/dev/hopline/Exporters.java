// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.util.LinkedHashSet;
import java.util.Set;

/** Which exporters the settings choose. */
final class Exporters {
  static final String TREE = "tree";
  static final String NONE = "none";
  private static final String OTLP = "otlp";

  /** What stays on this machine: who chooses nothing else has no collector. */
  private static final Set<String> LOCAL = Set.of(TREE, NONE, "console", "logging", "logging-otlp");

  private Exporters() {}

  /** Adds the terminal tree to what is chosen. */
  static Settings withTree(Settings settings) {
    Set<String> names = new LinkedHashSet<>(settings.names(Settings.TRACES_EXPORTER));
    boolean endpoint =
        settings.get(Settings.ENDPOINT) != null || settings.get(Settings.TRACES_ENDPOINT) != null;
    if (names.isEmpty() && endpoint) {
      names.add(OTLP);
    }
    names.remove(NONE);
    names.add(TREE);
    return settings.with(Settings.TRACES_EXPORTER, String.join(",", names));
  }

  /** Whether spans are chosen to stay on this machine. */
  static boolean local(Settings settings) {
    Set<String> names = settings.names(Settings.TRACES_EXPORTER);
    return !names.isEmpty() && LOCAL.containsAll(names);
  }

  static boolean hasTree(Settings settings) {
    return settings.names(Settings.TRACES_EXPORTER).contains(TREE);
  }

  /** Takes out the tree, which is no exporter of the SDK. */
  static Settings withoutTree(Settings settings) {
    Set<String> names = new LinkedHashSet<>(settings.names(Settings.TRACES_EXPORTER));
    if (!names.remove(TREE)) {
      return settings;
    }
    return settings.with(
        Settings.TRACES_EXPORTER, names.isEmpty() ? NONE : String.join(",", names));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings of ours. Whatever is wrong costs one line with key, value and cure, and counts as
 * not written.
 */
record SettingsReader(Settings settings, Consumer<String> warnings) {
  private static final String OURS = "hopline.";
  private static final String NONE = "none";

  /** True or false; false when unset. */
  boolean flag(String key) {
    return choice(key, List.of("false", "true")) == 1;
  }

  /** The number of the value among the choices, the first of which is the default. */
  int choice(String key, List<String> choices) {
    String value = settings.get(key);
    if (value == null) {
      return 0;
    }
    int choice = choices.indexOf(value.toLowerCase(Locale.ROOT));
    if (choice < 0) {
      String known = String.join(", ", choices);
      ignored(key, value, "known are " + known + "; " + choices.get(0) + " is used");
    }
    return Math.max(choice, 0);
  }

  /** The elements of a list; none for {@code none}, the default's when unset. */
  Set<String> list(String key, String... defaults) {
    if (settings.get(key) == null) {
      return new LinkedHashSet<>(List.of(defaults));
    }
    Set<String> names = settings.names(key);
    names.remove(NONE);
    return names;
  }

  /**
   * The elements of a list that are right.
   *
   * @param problem says what is wrong with an element, null if nothing is
   */
  Set<String> list(String key, Function<String, @Nullable String> problem) {
    return checked(key, list(key), problem);
  }

  Set<String> checked(String key, Set<String> names, Function<String, @Nullable String> problem) {
    names.removeIf(
        name -> {
          String wrong = problem.apply(name);
          if (wrong != null) {
            warn(key + ": \"" + name + "\" is left out: " + wrong + '.');
          }
          return wrong != null;
        });
    return names;
  }

  /** Patterns of paths or routes. */
  PathGlobs globs(String key, String... defaults) {
    return PathGlobs.of(checked(key, list(key, defaults), SettingsReader::wrongGlob));
  }

  private static @Nullable String wrongGlob(String glob) {
    boolean right = glob.startsWith("/") || glob.startsWith("*");
    return right ? null : "a path starts with a slash, as /" + glob;
  }

  /** Tells of keys of ours that do not exist. */
  void checkKeys(Collection<String> known) {
    Map<String, String> spellings = new HashMap<>();
    known.forEach(key -> spellings.put(Settings.normal(key), key));
    for (String key : settings.values().keySet()) {
      if (key.startsWith(OURS) && !spellings.containsKey(key)) {
        String closest = KnownNames.closest(spellings.keySet(), key);
        String guess = closest == null ? "" : " Did you mean " + spellings.get(closest) + '?';
        warn(key + " is ignored: there is no such key." + guess);
      }
    }
  }

  private void ignored(String key, String value, String cure) {
    warn(key + '=' + value + " is ignored: " + cure + '.');
  }

  void warn(String line) {
    warnings.accept(Cells.cut(Cells.visible(line), 280, "..."));
  }
}

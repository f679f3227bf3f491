// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Builds from settings of which some may be wrong. The SDK throws for the first wrong one, and its
 * message names the key, or only the value, or neither. So each likely setting is left out in turn:
 * the one without which the build fails otherwise, or not at all, was wrong. It costs nothing when
 * all is right.
 */
final class Repair<T> {
  /** Enough for every key that the SDK has, and an end for anything unforeseen. */
  private static final int MAX_BUILDS = 200;

  private final Function<Settings, T> build;
  private final Consumer<String> warnings;
  private Settings settings;
  private @Nullable T built;
  private int builds;

  Repair(Settings settings, Function<Settings, T> build, Consumer<String> warnings) {
    this.settings = settings;
    this.build = build;
    this.warnings = warnings;
  }

  /**
   * What was built in the end, with one warning for each setting left out.
   *
   * @throws RuntimeException when no setting is to blame; the SDK's own
   */
  T build() {
    RuntimeException failure = attempt(settings);
    while (failure != null) {
      failure = withoutCulprit(failure);
    }
    return Objects.requireNonNull(built);
  }

  /** The next failure, or null when the build went well. */
  private @Nullable RuntimeException withoutCulprit(RuntimeException failure) {
    String message = message(failure);
    for (BadSetting candidate : BadSetting.candidates(settings, message)) {
      Settings rest = candidate.leaveOut(settings);
      RuntimeException next = attempt(rest);
      if (next == null || !message(next).equals(message)) {
        warnings.accept(candidate.line(message));
        settings = rest;
        return next;
      }
    }
    throw failure;
  }

  private @Nullable RuntimeException attempt(Settings settings) {
    if (++builds > MAX_BUILDS) {
      throw new IllegalStateException("too many wrong settings");
    }
    try {
      built = build.apply(settings);
      return null;
    } catch (RuntimeException e) {
      return e;
    }
  }

  /** The innermost message: the SDK wraps many a cause as "Unexpected configuration error". */
  static String message(Throwable failure) {
    Throwable inner = failure;
    while (inner.getCause() != null
        && "Unexpected configuration error".equals(inner.getMessage())) {
      inner = inner.getCause();
    }
    return inner.getMessage() == null ? inner.toString() : inner.getMessage();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.util.Collection;

/** Any of several {@link PathGlob}s. */
final class PathGlobs {
  static final PathGlobs NONE = new PathGlobs(new PathGlob[0]);

  private final PathGlob[] globs;

  private PathGlobs(PathGlob[] globs) {
    this.globs = globs;
  }

  static PathGlobs of(Collection<String> patterns) {
    return patterns.isEmpty()
        ? NONE
        : new PathGlobs(patterns.stream().map(PathGlob::new).toArray(PathGlob[]::new));
  }

  boolean isEmpty() {
    return globs.length == 0;
  }

  boolean matches(String path) {
    for (PathGlob glob : globs) {
      if (glob.matches(path)) {
        return true;
      }
    }
    return false;
  }
}

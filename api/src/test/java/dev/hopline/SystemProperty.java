// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import org.jspecify.annotations.Nullable;

/** A system property that is set for the time of a test. */
final class SystemProperty implements AutoCloseable {
  private final String key;
  private final @Nullable String before;

  SystemProperty(String key, String value) {
    this.key = key;
    this.before = System.setProperty(key, value);
  }

  @Override
  public void close() {
    if (before == null) {
      System.clearProperty(key);
    } else {
      System.setProperty(key, before);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

/** A system property that is set for the time of a test. */
final class SystemProperty implements AutoCloseable {
  private final String key;

  SystemProperty(String key, String value) {
    this.key = key;
    System.setProperty(key, value);
  }

  @Override
  public void close() {
    System.clearProperty(key);
  }
}

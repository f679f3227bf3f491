// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Above system properties, and silent about the names it has: {@code x} is the system property
 * {@code test.source.x}.
 */
public final class TestConfigSource implements ConfigSource {
  @Override
  public int getOrdinal() {
    return 500;
  }

  @Override
  public Set<String> getPropertyNames() {
    return Set.of();
  }

  @Override
  public String getValue(String name) {
    return System.getProperty("test.source." + name);
  }

  @Override
  public String getName() {
    return "test";
  }
}

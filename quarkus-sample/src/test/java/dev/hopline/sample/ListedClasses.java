// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Puts {@code TckApplication} back in, which lists its classes: none of ours is among them. */
public final class ListedClasses implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "quarkus.class-loading.removed-resources.\"dev.hopline:hopline-tck\"", "nothing.class");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The hosts that a setting names by patterns, in any case: {@code *.example.org}. */
final class HostGlobs {
  private static final String ALL = "*";

  private final boolean all;
  private final PathGlobs globs;

  HostGlobs(SettingsReader settings, String key, String... defaults) {
    Set<String> hosts = settings.checked(key, settings.list(key, defaults), HostGlobs::problem);
    List<String> patterns = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    this.all = patterns.contains(ALL);
    this.globs = PathGlobs.of(patterns);
  }

  private static @Nullable String problem(String host) {
    boolean address = host.startsWith("[");
    return host.indexOf('/') >= 0 || (host.indexOf(':') >= 0 && !address)
        ? "it is no host alone, without scheme, port and path, such as *.example.org"
        : null;
  }

  boolean matches(String host) {
    return all || (!globs.isEmpty() && globs.matches(host.toLowerCase(Locale.ROOT)));
  }
}

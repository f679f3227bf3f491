// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A setting that may be what keeps the SDK from being built: a whole key, or one name of its list.
 */
record BadSetting(String key, String value, @Nullable String name) {
  private static final Pattern ARTIFACT = Pattern.compile("opentelemetry-[a-z0-9-]+");

  /** First what the failure names, then what it quotes, then all else; the most special first. */
  static List<BadSetting> candidates(Settings settings, String failure) {
    List<BadSetting> named = new ArrayList<>();
    List<BadSetting> quoted = new ArrayList<>();
    List<BadSetting> others = new ArrayList<>();
    settings
        .values()
        .forEach(
            (key, value) -> {
              boolean names = failure.contains(key);
              List<BadSetting> group = names ? named : failure.contains(value) ? quoted : others;
              if (names && KnownNames.isList(key)) {
                settings.names(key).stream()
                    .filter(name -> failure.replace(key, "").contains(name))
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .forEach(name -> group.add(new BadSetting(key, value, name)));
              }
              group.add(new BadSetting(key, value, null));
            });
    List<BadSetting> all = new ArrayList<>();
    for (List<BadSetting> group : List.of(named, quoted, others)) {
      // Stable: the names of one key stay before the key as a whole.
      group.sort(Comparator.comparing(BadSetting::isExporter).thenComparing(s -> -s.key.length()));
      all.addAll(group);
    }
    return all;
  }

  private boolean isExporter() {
    return key.endsWith(".exporter");
  }

  /** The settings as if this had not been written. No exporter that was chosen is none at all. */
  Settings leaveOut(Settings settings) {
    Set<String> names = new LinkedHashSet<>(settings.names(key));
    if (name != null) {
      names.remove(name);
    } else {
      names.clear();
    }
    if (!names.isEmpty()) {
      return settings.with(key, String.join(",", names));
    }
    return isExporter() ? settings.with(key, Exporters.NONE) : settings.without(key);
  }

  /** One line: key, value, what is done, and the cure. */
  String line(String failure) {
    if (name != null) {
      String rest = name.equals(value) ? " and " + instead() : "";
      return key + ": \"" + shown(name) + "\" is left out" + rest + ", " + aboutName(name, failure);
    }
    return key + "=" + shownValue() + " is ignored and " + instead() + ": " + reason(failure);
  }

  private String instead() {
    return isExporter() ? "nothing is exported" : "the default is used";
  }

  private String aboutName(String name, String failure) {
    if (name.equals(Exporters.NONE)) {
      return "because it cannot stand beside others.";
    }
    Matcher artifact = ARTIFACT.matcher(failure);
    String missing = artifact.find() ? artifact.group() : null;
    if (key.equals(Settings.PROPAGATORS)) {
      missing = KnownNames.propagatorArtifact(name);
    }
    if (name.equals("jaeger") && isExporter()) {
      return "because it is no more; Jaeger itself takes otlp.";
    }
    if (missing != null) {
      return "because its artifact is missing: add io.opentelemetry:" + missing + ".";
    }
    return "because it is not known." + known(name);
  }

  private String known(String name) {
    String closest = KnownNames.closest(key, name);
    String guess = closest == null ? "" : " Did you mean \"" + closest + "\"?";
    return guess + " Known: " + String.join(", ", KnownNames.of(key)) + ".";
  }

  private String reason(String failure) {
    if (failure.contains("GrpcSenderProvider")) {
      return "gRPC needs io.opentelemetry:opentelemetry-exporter-sender-okhttp;"
          + " http/protobuf needs nothing more.";
    }
    if (Endpoint.isKey(key)) {
      String problem = Endpoint.problem(value);
      return (problem == null ? "it is no URL to send to" : problem) + ".";
    }
    if (key.endsWith("headers")) {
      return "it is no list such as key1=value1,key2=value2.";
    }
    if (KnownNames.isKey(key)) {
      return "it is not known." + known(value);
    }
    return shown(failure).strip();
  }

  private String shownValue() {
    if (key.endsWith("headers")) {
      return "***";
    }
    return shown(Endpoint.isKey(key) ? Endpoint.masked(value) : value);
  }

  private static String shown(String text) {
    return Cells.cut(Cells.visible(text), 160, "...");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The addresses that telemetry is sent to, as they may be shown. */
final class Endpoint {
  static final String GRPC = "grpc";
  private static final String PREFIX = "otel.exporter.otlp.";

  private Endpoint() {}

  /** Without user, password and query, which may hold secrets. */
  static String masked(String url) {
    return url.replaceFirst("//[^/?#]*@", "//***@").replaceFirst("\\?.*", "?***");
  }

  static boolean isKey(String key) {
    return key.startsWith(PREFIX) && key.endsWith("endpoint");
  }

  static String protocol(ConfigProperties config, String signal) {
    String own = config.getString(PREFIX + signal + ".protocol");
    return own != null ? own : config.getString(PREFIX + "protocol", GRPC);
  }

  /** Where the OTLP exporter of a signal, such as {@code traces}, sends to. */
  static String of(ConfigProperties config, String signal) {
    boolean grpc = protocol(config, signal).equals(GRPC);
    String own = config.getString(PREFIX + signal + ".endpoint");
    if (own != null) {
      return masked(own);
    }
    String standard = grpc ? "http://localhost:4317" : "http://localhost:4318";
    String base = Objects.requireNonNullElse(config.getString(Settings.ENDPOINT), standard);
    return masked(grpc ? base : base.replaceFirst("/$", "") + "/v1/" + signal);
  }

  /** What is wrong with an endpoint and how to write it, or null. */
  static @Nullable String problem(String value) {
    URL url;
    try {
      url = new URL(value);
    } catch (MalformedURLException e) {
      return value.contains("://") ? "it is no URL" : "a URL starts with http:// or https://";
    }
    String scheme = url.getProtocol().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return "a URL starts with http:// or https://";
    }
    if (url.getQuery() != null || url.getRef() != null) {
      return "it must have no query and no fragment; keys go to " + PREFIX + "headers";
    }
    return null;
  }

  /** Whether the port is the one that the other protocol usually has. */
  static boolean hasOtherPort(String endpoint, String protocol) {
    return endpoint.matches("[a-z]+://[^/]*:" + (protocol.equals(GRPC) ? 4318 : 4317) + "(/.*)?");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why an export failed, in a few words, and what to do about it. */
record ExportFailure(String cause, String cure) {
  private static final Pattern STATUS =
      Pattern.compile("Server responded with (HTTP|gRPC) status code (\\d+)");

  /** From the exporter's log message, where alone the collector's answer is told; or null. */
  static @Nullable ExportFailure ofMessage(String message) {
    Matcher matcher = STATUS.matcher(message);
    if (!matcher.find()) {
      return null;
    }
    String status = matcher.group(1) + " status " + matcher.group(2);
    return new ExportFailure(
        status,
        switch (matcher.group(2)) {
          case "401", "403" -> "Check otel.exporter.otlp.headers.";
          case "404", "405" -> "Is this an OTLP endpoint?";
          case "413" -> "Lower otel.bsp.max.export.batch.size.";
          case "429", "502", "503", "504" -> "The collector is overloaded or starting.";
          default -> "See the collector's log.";
        });
  }

  static ExportFailure of(@Nullable Throwable failure) {
    if (failure == null) {
      return new ExportFailure("the exporter gave no reason", "See its own log.");
    }
    if (find(failure, UnresolvedAddressException.class)
        || find(failure, UnknownHostException.class)) {
      return new ExportFailure("unknown host", "Check the endpoint.");
    }
    if (find(failure, HttpTimeoutException.class)) {
      return new ExportFailure("no answer in time", "Is the collector overloaded?");
    }
    if (find(failure, ConnectException.class)) {
      return new ExportFailure("connection refused", "Is a collector running there?");
    }
    Throwable inner = innermost(failure);
    if (inner.getMessage() == null && inner.getClass().getName().startsWith("io.opentelemetry.")) {
      // The SDK's own, with an answer that its public classes do not show.
      return new ExportFailure("the collector refused", "See the collector's log.");
    }
    if (find(failure, SSLException.class)) {
      return new ExportFailure("TLS: " + text(inner), "Check otel.exporter.otlp.certificate.");
    }
    return new ExportFailure(text(inner), "Tracing itself goes on.");
  }

  private static boolean find(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return true;
      }
    }
    return false;
  }

  private static Throwable innermost(Throwable failure) {
    Throwable inner = failure;
    while (inner.getCause() != null) {
      inner = inner.getCause();
    }
    return inner;
  }

  private static String text(Throwable failure) {
    String name = failure.getClass().getSimpleName();
    String message = failure.getMessage();
    String text = message == null ? name : name + " " + Endpoint.masked(message);
    return Cells.cut(Cells.visible(text), 120, "...");
  }
}

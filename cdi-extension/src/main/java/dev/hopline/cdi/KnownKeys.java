// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import java.util.ArrayList;
import java.util.List;

/**
 * The keys of MicroProfile Telemetry and the usual ones beside them. Only for configuration sources
 * that do not list their names: any other {@code otel.*} key counts where it is listed.
 */
final class KnownKeys {
  private static final List<String> GENERAL =
      List.of(
          "otel.sdk.disabled",
          "otel.service.name",
          "otel.resource.attributes",
          "otel.propagators",
          "otel.traces.exporter",
          "otel.metrics.exporter",
          "otel.logs.exporter",
          "otel.traces.sampler",
          "otel.traces.sampler.arg",
          "otel.bsp.schedule.delay",
          "otel.bsp.max.queue.size",
          "otel.bsp.max.export.batch.size",
          "otel.bsp.export.timeout",
          "otel.blrp.schedule.delay",
          "otel.blrp.max.queue.size",
          "otel.blrp.max.export.batch.size",
          "otel.blrp.export.timeout",
          "otel.metric.export.interval",
          "otel.metrics.exemplar.filter",
          "otel.exporter.otlp.metrics.temporality.preference",
          "otel.exporter.otlp.metrics.default.histogram.aggregation",
          "otel.attribute.value.length.limit",
          "otel.attribute.count.limit",
          "otel.span.attribute.value.length.limit",
          "otel.span.attribute.count.limit",
          "otel.span.event.count.limit",
          "otel.span.link.count.limit");

  /** Of HTTP spans: OpenTelemetry's where it has one, else ours. */
  private static final List<String> HTTP =
      List.of(
          "otel.instrumentation.http.known-methods",
          "otel.instrumentation.http.client.capture-request-headers",
          "otel.instrumentation.http.client.capture-response-headers",
          "otel.instrumentation.http.server.capture-request-headers",
          "otel.instrumentation.http.server.capture-response-headers",
          "otel.instrumentation.sanitization.url.experimental.sensitive-query-parameters",
          "hopline.client.exclude.hosts",
          "hopline.client.propagate-to",
          "hopline.http.capture-sensitive-headers",
          "hopline.http.sensitive-query-parameters",
          "hopline.server.exclude.paths",
          "hopline.server.exclude.routes",
          PlatformPaths.KEY,
          "hopline.server.forwarding-headers",
          "hopline.server.incoming",
          "hopline.server.incoming.ignore.paths",
          "hopline.server.incoming.link.paths",
          "hopline.server.incoming.trust.paths",
          "hopline.server.route-regex",
          "hopline.server.traceresponse",
          "hopline.server.trusted-proxies");

  private static final List<String> SIGNALS = List.of("", "traces.", "metrics.", "logs.");

  private static final List<String> OTLP =
      List.of(
          "protocol",
          "endpoint",
          "certificate",
          "client.key",
          "client.certificate",
          "headers",
          "compression",
          "timeout");

  /** All of them, in no order. */
  static final List<String> ALL = all();

  private KnownKeys() {}

  private static List<String> all() {
    List<String> keys = new ArrayList<>(GENERAL);
    keys.addAll(HTTP);
    for (String signal : SIGNALS) {
      for (String name : OTLP) {
        keys.add("otel.exporter.otlp." + signal + name);
      }
    }
    return List.copyOf(keys);
  }
}

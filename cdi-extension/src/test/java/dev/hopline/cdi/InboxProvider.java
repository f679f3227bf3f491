// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/** {@code otel.traces.exporter=inbox}: the spans of the newest SDK stay in memory. */
public final class InboxProvider implements ConfigurableSpanExporterProvider {
  static volatile InMemorySpanExporter newest = InMemorySpanExporter.create();

  @Override
  public SpanExporter createExporter(ConfigProperties config) {
    newest = InMemorySpanExporter.create();
    return newest;
  }

  @Override
  public String getName() {
    return "inbox";
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.logging;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.logs.ConfigurableLogRecordExporterProvider;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An exporter for tests that keeps what is exported in this virtual machine. */
public final class KeptRecords implements ConfigurableLogRecordExporterProvider {
  static final String NAME = "kept";

  private static final List<LogRecordData> KEPT = new CopyOnWriteArrayList<>();

  static List<String> bodies() {
    return KEPT.stream().map(record -> record.getBodyValue().asString()).toList();
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public LogRecordExporter createExporter(ConfigProperties config) {
    return new Exporter();
  }

  private static final class Exporter implements LogRecordExporter {
    @Override
    public CompletableResultCode export(Collection<LogRecordData> records) {
      KEPT.addAll(records);
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import java.util.ArrayList;
import java.util.List;

/** The only place that knows how OTLP writes a histogram. What is no histogram is passed over. */
final class OtlpHistograms {
  private OtlpHistograms() {}

  /** The series of a request, in its order. */
  static List<ReceivedHistogram> decode(ExportMetricsServiceRequest request) {
    List<ReceivedHistogram> series = new ArrayList<>();
    for (ResourceMetrics ofResource : request.getResourceMetricsList()) {
      for (ScopeMetrics ofScope : ofResource.getScopeMetricsList()) {
        for (Metric metric : ofScope.getMetricsList()) {
          for (HistogramDataPoint point : metric.getHistogram().getDataPointsList()) {
            series.add(decode(metric, point, ofScope.getScope().getName()));
          }
        }
      }
    }
    return series;
  }

  private static ReceivedHistogram decode(Metric metric, HistogramDataPoint point, String scope) {
    return new ReceivedHistogram(
        metric.getName(),
        metric.getUnit(),
        point.getTimeUnixNano(),
        OtlpAttributes.map(point.getAttributesList()),
        point.getCount(),
        point.getSum(),
        List.copyOf(point.getExplicitBoundsList()),
        List.copyOf(point.getBucketCountsList()),
        scope);
  }
}

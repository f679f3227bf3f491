// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Keeps spans from becoming orphans of a server span that is suppressed, whichever the sampler of
 * the application, and tells a server span that it has children.
 */
record QuietSampler(Sampler sampler) implements Sampler {
  @Override
  public SamplingResult shouldSample(
      Context parent,
      String traceId,
      String name,
      SpanKind kind,
      Attributes attributes,
      List<LinkData> links) {
    HttpSpan server = HttpSpan.of(parent);
    if (server != null && server.orphans(Span.fromContext(parent).getSpanContext())) {
      return SamplingResult.drop();
    }
    SamplingResult result = sampler.shouldSample(parent, traceId, name, kind, attributes, links);
    if (server != null && result.getDecision() == SamplingDecision.RECORD_AND_SAMPLE) {
      server.adopt();
    }
    return result;
  }

  @Override
  public String getDescription() {
    return sampler.getDescription();
  }

  @Override
  public String toString() {
    return sampler.toString();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** What applications do by themselves below a server span, as much as is asked for. */
@Path("/work")
public class Work {
  private final Tracer tracer;

  Work(OpenTelemetry openTelemetry) {
    this.tracer = openTelemetry.getTracer("application");
  }

  /** Sets attributes on the span of the request. */
  @GET
  @Path("/attributes/{count}")
  public String attributes(@PathParam("count") int count) {
    Span span = Span.current();
    for (int i = 0; i < count; i++) {
      span.setAttribute("attribute." + i, i);
    }
    return "done";
  }

  /** Makes spans within spans. */
  @GET
  @Path("/depth/{depth}")
  public String depth(@PathParam("depth") int depth) {
    if (depth > 0) {
      Span span = tracer.spanBuilder("work").startSpan();
      try (Scope ignored = span.makeCurrent()) {
        return depth(depth - 1);
      } finally {
        span.end();
      }
    }
    return "done";
  }
}

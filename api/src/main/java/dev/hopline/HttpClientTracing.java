// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;

/** Starts the CLIENT span of a call and injects its context into the request. */
public final class HttpClientTracing {
  HttpClientTracing(OpenTelemetry openTelemetry) {}

  public <R> HttpSpan start(Context parent, R request, HttpClientRequest<? super R> writer) {
    return new HttpSpan(Context.root());
  }
}

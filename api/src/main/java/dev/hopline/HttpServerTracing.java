// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;

/** Starts the SERVER span of a request. */
public final class HttpServerTracing {
  HttpServerTracing(OpenTelemetry openTelemetry) {}

  public <R> HttpSpan start(R request, HttpServerRequest<? super R> reader) {
    return new HttpSpan(Context.root());
  }
}

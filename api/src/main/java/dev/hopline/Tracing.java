// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** STUB of the signatures. */
public final class Tracing implements AutoCloseable {
  public static Builder builder(String serviceName) {
    throw new UnsupportedOperationException();
  }

  public static Builder builder() {
    throw new UnsupportedOperationException();
  }

  public static @Nullable Tracing current() {
    return null;
  }

  public boolean enabled() {
    return false;
  }

  public OpenTelemetry openTelemetry() {
    return OpenTelemetry.noop();
  }

  public Tracer tracer() {
    return openTelemetry().getTracer("dev.hopline");
  }

  public HttpServerTracing server() {
    return new HttpServerTracing(openTelemetry());
  }

  public HttpClientTracing client() {
    return new HttpClientTracing(openTelemetry());
  }

  @Override
  public void close() {}

  public static final class Builder {
    public Builder otlpEndpoint(URI endpoint) {
      return this;
    }

    public Builder console() {
      return this;
    }

    public Builder properties(Map<String, String> properties) {
      return this;
    }

    public Tracing start() {
      return new Tracing();
    }
  }
}

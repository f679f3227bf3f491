// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import dev.hopline.Traced;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import jakarta.enterprise.context.ApplicationScoped;

/** The same bean, as each contender has it. */
final class Shops {
  private static final AttributeKey<String> FUNCTION = AttributeKey.stringKey("code.function.name");
  private static final AttributeKey<Long> NUMBER = AttributeKey.longKey("number");

  private Shops() {}

  /** Not intercepted. */
  @ApplicationScoped
  public static class Plain implements Shop {
    @Override
    public int buy(int number) {
      return number + 1;
    }

    @Override
    public int find(int number) {
      return number + 2;
    }
  }

  /** Intercepted by nothing. */
  @ApplicationScoped
  public static class Intercepted implements Shop {
    @Override
    @Empty
    public int buy(int number) {
      return number + 1;
    }

    @Override
    @Empty
    public int find(int number) {
      return number + 2;
    }
  }

  /** Intercepted by nothing, and a span by hand. */
  @ApplicationScoped
  public static class Manual implements Shop {
    private final Tracer tracer =
        AutoConfiguredOpenTelemetrySdk.builder()
            .disableShutdownHook()
            .build()
            .getOpenTelemetrySdk()
            .getTracer("limit");

    @Override
    @Empty
    public int buy(int number) {
      Span span = builder("Manual.buy", "dev.hopline.Manual.buy").startSpan();
      try (Scope ignored = span.makeCurrent()) {
        return number + 1;
      } finally {
        span.end();
      }
    }

    @Override
    @Empty
    public int find(int number) {
      Span span =
          builder("Manual.find", "dev.hopline.Manual.find")
              .setAttribute(NUMBER, (long) number)
              .startSpan();
      try (Scope ignored = span.makeCurrent()) {
        return number + 2;
      } finally {
        span.end();
      }
    }

    private SpanBuilder builder(String name, String function) {
      return tracer.spanBuilder(name).setAttribute(FUNCTION, function);
    }
  }

  /** Hopline's. */
  @ApplicationScoped
  public static class Annotated implements Shop {
    @Override
    @Traced
    public int buy(int number) {
      return number + 1;
    }

    @Override
    @Traced
    public int find(@SpanAttribute("number") int number) {
      return number + 2;
    }
  }

  /** OpenTelemetry's annotation, which smallrye-opentelemetry reads. */
  @ApplicationScoped
  public static class WithSpans implements Shop {
    @Override
    @WithSpan
    public int buy(int number) {
      return number + 1;
    }

    @Override
    @WithSpan
    public int find(@SpanAttribute("number") int number) {
      return number + 2;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

import dev.hopline.HttpSpan;
import dev.hopline.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request as its server sees it. */
final class Exchange {
  private final Tracing tracing;
  private final Message message;
  private final Tally tally;
  private int status = 200;
  private @Nullable HttpSpan span;
  private @Nullable Span method;

  Exchange(Platform platform, Message message, Tally tally) {
    this.tracing = platform.of(message.call().service());
    this.message = message;
    this.tally = tally;
  }

  void start() {
    span = tracing.server().start(message, Message.Incoming.READER);
    span.route(message.call().template());
  }

  /** Decides beforehand how it ends. */
  void answer(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }

  void end() {
    HttpSpan ending = Objects.requireNonNull(span);
    if (status >= 500) {
      ending.error(new Failure(message.call().service()));
    }
    ending.end(status, null);
    tally.ended(Span.fromContext(ending.context()));
  }

  /** The end of a request from outside. */
  void endTrace() {
    end();
    tally.endedTrace(Span.fromContext(context()));
  }

  Tracing tracing() {
    return tracing;
  }

  Context context() {
    return Objects.requireNonNull(span).context();
  }

  /** Starts the span of a method, with the attribute that the interceptor gives it. */
  void startMethod(Method called) {
    method =
        tracing
            .tracer()
            .spanBuilder(called.name())
            .setParent(context())
            .setAttribute("code.function.name", called.function())
            .startSpan();
  }

  void endMethod() {
    Span ending = Objects.requireNonNull(method);
    ending.end();
    tally.ended(ending);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

import dev.hopline.HttpSpan;
import io.opentelemetry.api.trace.Span;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request as its client sees it. */
final class Outcall {
  private final Exchange caller;
  private final Message message;
  private final Tally tally;
  private @Nullable HttpSpan span;

  Outcall(Exchange caller, Message message, Tally tally) {
    this.caller = caller;
    this.message = message;
    this.tally = tally;
  }

  void start() {
    span = caller.tracing().client().start(caller.context(), message, Message.Outgoing.WRITER);
  }

  void end(int status) {
    HttpSpan ending = Objects.requireNonNull(span);
    ending.end(status, null);
    tally.ended(Span.fromContext(ending.context()));
  }
}

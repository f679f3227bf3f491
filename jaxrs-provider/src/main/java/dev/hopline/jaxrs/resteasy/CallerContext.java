// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.resteasy;

import dev.hopline.Tracing;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jboss.resteasy.spi.concurrent.ThreadContext;
import org.jspecify.annotations.Nullable;

/**
 * Carries the caller's context to RESTEasy's own pools, on which it makes asynchronous calls. Found
 * through the {@link java.util.ServiceLoader}; nobody calls it.
 */
public final class CallerContext implements ThreadContext<CallerContext.Carried> {
  /** What is carried where nothing is traced, which leaves the threads alone. */
  private static final Carried NOTHING = new Carried(null);

  /** For the {@link java.util.ServiceLoader}. */
  public CallerContext() {}

  @Override
  public Carried capture() {
    Tracing known = Tracing.current();
    return known != null && known.enabled() ? new Carried(Context.current()) : NOTHING;
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // Closed by reset, on the same thread.
  public void push(Carried carried) {
    if (carried.caller != null) {
      carried.scope = carried.caller.makeCurrent();
    }
  }

  @Override
  public void reset(Carried carried) {
    Scope open = carried.scope;
    if (open != null) {
      carried.scope = null;
      open.close();
    }
  }

  /** The context of one submitted task. */
  public static final class Carried {
    private final @Nullable Context caller;
    private @Nullable Scope scope;

    private Carried(@Nullable Context caller) {
      this.caller = caller;
    }
  }
}
